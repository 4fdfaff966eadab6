// SPDX-License-Identifier: MIT
#include <array>
#include <sstream>

#include "answers.hpp"
#include "json.hpp"
#include "mido/smf/units.hpp"

namespace original {

namespace {

using mido::checked;

std::string json_number(double number) { return json_text(to_string(mido::Time(number))); }

mido::Tempo tempo(const std::string& text) { return checked(std::stoll(text)); }

mido::TimeSignature signature(const std::string& denominator) {
  return {.denominator = checked(std::stoll(denominator))};
}

std::string tick2second(Arguments arguments) {
  return json_number(
      mido::tick2second(std::stoll(arguments[0]), std::stoi(arguments[1]), tempo(arguments[2]))
          .count());
}

std::string second2tick(Arguments arguments) {
  return std::to_string(mido::second2tick(mido::Seconds(std::stod(arguments[0])),
                                          std::stoi(arguments[1]), tempo(arguments[2])));
}

std::string bpm2tempo(Arguments arguments) {
  return std::to_string(int{mido::bpm2tempo(std::stod(arguments[0]), signature(arguments[1]))});
}

std::string tempo2bpm(Arguments arguments) {
  return json_number(mido::tempo2bpm(tempo(arguments[0]), signature(arguments[1])));
}

}  // namespace

std::span<const Question> unit_questions() {
  static constexpr std::array questions{
      Question{"tick2second", tick2second},
      Question{"second2tick", second2tick},
      Question{"bpm2tempo", bpm2tempo},
      Question{"tempo2bpm", tempo2bpm},
  };
  return questions;
}

}  // namespace original
