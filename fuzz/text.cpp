// SPDX-License-Identifier: MIT
//
// Any bytes are read as text: a message, an event of a track, lines of messages. And the other way
// round: whatever a track has, has a text that gives it back.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>

#include "fuzz/check.hpp"
#include "mido/mido.hpp"

namespace {

using Span = std::span<const std::uint8_t>;

/// Nothing when the text is none; another error than ValueError ends the process.
template <class Parse>
auto parsed(Parse parse, std::string_view text) -> std::optional<decltype(parse(text))> {
  try {
    return parse(text);
  } catch (const mido::ValueError&) {
    return std::nullopt;
  }
}

void check_message(std::string_view text) {
  const auto message = parsed(mido::parse_string, text);
  if (!message) return;
  const std::string again = to_string(*message);
  fuzz::check(to_string(mido::parse_string(again)) == again, "the text of a message gives it back");
}

void check_event(const mido::TrackEvent& event) {
  const std::string text = format_event(event);
  const auto again = parsed(mido::parse_event, text);
  fuzz::check(again.has_value(), "the text of an event is one");
  fuzz::check(format_event(*again) == text, "the text of an event gives it back");
}

void check_lines(const std::string& text) {
  std::istringstream stream(text);
  std::size_t last = 0;
  for (const mido::TextLine& line : mido::parse_string_stream(stream)) {
    fuzz::check(line.number > last, "lines are counted up");
    fuzz::check(line.message.has_value() == line.error.empty(), "a line is a message or an error");
    last = line.number;
  }
}

/// The bytes as those of a track, faults and all.
void check_track(Span bytes) {
  mido::Diagnostics faults;
  mido::smf::TrackReader track(bytes, 0, 0, mido::detail::Faults(&faults));
  for (const mido::smf::Event& event : track) {
    const mido::TrackEvent stored = to_track_event(event);
    check_event(stored);
    fuzz::check(mido::parse_event(format_event(stored)) == stored,
                "the text of an event gives the same event");
    fuzz::check(!repr(stored).empty(), "everything can be shown");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_message(text);
  if (const auto event = parsed(mido::parse_event, text)) check_event(*event);
  check_lines(text);
  check_track({data, size});
  return 0;
}
