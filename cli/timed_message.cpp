// SPDX-License-Identifier: MIT
#include "cli/timed_message.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cli/text_lines.hpp"
#include "mido/codec/text.hpp"
#include "mido/values/errors.hpp"

namespace mido::cli {

namespace {

constexpr double longest = 1e9;  // some thirty years, which nanoseconds in 64 bits can count

bool begins_number(std::string_view word) {
  return std::string_view("+-.0123456789").find(word.front()) != std::string_view::npos;
}

Seconds time_of(std::string_view word) {
  double time = -1;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, time);
  if (error != std::errc() || stop != end || !(time >= 0 && time <= longest)) {
    throw Error(fmt::format("'{}': expected a time in seconds, as in 0.25", word));
  }
  return Seconds(time);
}

}  // namespace

std::optional<TimedMessage> read_timed_message(std::string_view line) {
  const auto words = words_of(line);
  if (words.empty()) return std::nullopt;
  std::optional<Seconds> time;
  if (begins_number(words.front())) time = time_of(words.front());
  const std::size_t first = time ? 1 : 0;
  if (words.size() == first) throw Error("expected a message after the time");
  const char* begin = words[first].data();
  const char* end = words.back().data() + words.back().size();
  return TimedMessage{time, parse_string({begin, static_cast<std::size_t>(end - begin)})};
}

}  // namespace mido::cli
