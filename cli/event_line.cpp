// SPDX-License-Identifier: MIT
#include "cli/event_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "mido/values/errors.hpp"

namespace mido::cli {

namespace {

std::int64_t tick_of(std::string_view word) {
  const std::string_view digits = word.substr(1);
  std::int64_t tick = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), tick);
  if (error != std::errc() || stop != digits.data() + digits.size() || tick < 0) {
    throw Error(fmt::format("'{}': expected a tick, as in @480", word));
  }
  return tick;
}

bool is_number(std::string_view word) { return word.front() >= '0' && word.front() <= '9'; }
bool is_time(std::string_view word) { return word.starts_with("time="); }

}  // namespace

EventLine::EventLine(std::span<const std::string_view> words) {
  if (words.front().starts_with('@')) {
    tick = tick_of(words.front());
    words = words.subspan(1);
  }
  while (!words.empty() && is_number(words.front())) words = words.subspan(1);
  if (words.empty()) throw Error("expected an event after the numbers");
  if (tick && std::ranges::any_of(words, is_time)) throw Error("expected @tick or time=, not both");
  const char* end = words.back().data() + words.back().size();
  event = {words.front().data(), static_cast<std::size_t>(end - words.front().data())};
}

}  // namespace mido::cli
