// SPDX-License-Identifier: MIT
#include <array>
#include <sstream>

#include "answers.hpp"
#include "json.hpp"
#include "mido/codec/event_text.hpp"
#include "mido/codec/parser.hpp"
#include "mido/codec/text.hpp"
#include "mido/codec/text_stream.hpp"
#include "mido/smf/syx.hpp"

namespace original {

namespace {

using mido::BaseMessage;
using mido::Message;

std::string json_message(const BaseMessage& message) {
  return json_list(std::array{json_text(to_string(message)), json_text(repr(message)),
                              json_bytes(message.bytes())},
                   [](const std::string& json) { return json; });
}

std::string json_string(const BaseMessage& message) { return json_text(to_string(message)); }

std::string string(Arguments arguments) {
  return json_message(mido::parse_string(text_of(arguments[0])));
}

std::string event(Arguments arguments) {
  return json_message(mido::parse_event(text_of(arguments[0])));
}

std::string bytes(Arguments arguments) {
  return json_message(Message::from_bytes(bytes_of(arguments[0])));
}

std::string meta_bytes(Arguments arguments) {
  return json_message(mido::MetaMessage::from_bytes(bytes_of(arguments[0])));
}

std::string hex(Arguments arguments) {
  return json_message(Message::from_hex(text_of(arguments[0]), text_of(arguments[1])));
}

std::string parser(Arguments arguments) {
  return json_list(mido::parse_all(bytes_of(arguments[0])), json_string);
}

std::string parser_without_running_status(Arguments arguments) {
  const mido::Bytes stream = bytes_of(arguments[0]);
  mido::Parser parser(stream, mido::RunningStatus::ignore);
  std::vector<Message> messages;
  for (const Message& message : parser) messages.push_back(message);
  return json_list(messages, json_string);
}

std::string stream(Arguments arguments) {
  std::istringstream lines(text_of(arguments[0]));
  std::vector<std::string> answers;
  for (const auto& line : mido::parse_string_stream(lines)) {
    answers.push_back(line.message ? "[" + json_string(*line.message) + ",null]"
                                   : "[null," + json_text(line.error) + "]");
  }
  return json_list(answers, [](const std::string& json) { return json; });
}

std::string read_syx(Arguments arguments) {
  return json_list(mido::read_syx(bytes_of(arguments[0])), json_string);
}

std::string write_syx(Arguments arguments) {
  const auto messages = mido::parse_all(bytes_of(arguments[0]));
  return json_bytes(mido::syx_bytes(messages, arguments[1] == "plaintext"));
}

}  // namespace

std::span<const Question> message_questions() {
  static constexpr std::array questions{
      Question{"string", string},
      Question{"event", event},
      Question{"bytes", bytes},
      Question{"meta_bytes", meta_bytes},
      Question{"hex", hex},
      Question{"parser", parser},
      Question{"parser_without_running_status", parser_without_running_status},
      Question{"stream", stream},
      Question{"read_syx", read_syx},
      Question{"write_syx", write_syx},
  };
  return questions;
}

}  // namespace original
