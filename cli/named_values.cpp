// SPDX-License-Identifier: MIT
#include "cli/named_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/text_lines.hpp"
#include "mido/smf/division.hpp"

namespace mido::cli {

namespace {

FrameRate frame_rate_of(std::string_view text) {
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size()) number = 0;
  return FrameRate::from_number(number);
}

}  // namespace

std::optional<std::string_view> NamedValues::text(std::string_view name) {
  const auto is_it = [&](std::string_view word) {
    return word.starts_with(name) && word.substr(name.size()).starts_with('=');
  };
  const auto found = std::ranges::find_if(unknown_, is_it);
  if (found == unknown_.end()) return std::nullopt;
  const std::string_view value = found->substr(name.size() + 1);
  unknown_.erase(found);
  return value;
}

std::optional<unsigned> NamedValues::number(std::string_view name, unsigned most) {
  const auto value = text(name);
  if (!value) return std::nullopt;
  const auto number = number_of(*value);
  if (!number || *number > most) {
    throw Error(fmt::format("'{}={}': expected a number of 0 to {}", name, *value, most));
  }
  return number;
}

unsigned NamedValues::division() {
  if (const auto raw = number("division", largest_16)) return *raw;
  if (const auto ticks = number("ticks_per_beat", largest_16)) {
    return Division(checked(*ticks)).raw();
  }
  const auto rate = text("frame_rate");
  if (!rate) return Division().raw();
  const auto ticks = number("ticks_per_frame", largest_16);
  if (!ticks) throw Error("expected ticks_per_frame beside frame_rate");
  return Division::smpte(frame_rate_of(*rate), static_cast<int>(*ticks)).raw();
}

void NamedValues::check_all_known(std::string_view expected) const {
  if (unknown_.empty()) return;
  throw Error(fmt::format("'{}' is not known here; expected {}", unknown_.front(), expected));
}

}  // namespace mido::cli
