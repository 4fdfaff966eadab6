// SPDX-License-Identifier: MIT
#include "cli/status_bytes.hpp"

#include <algorithm>

namespace mido::cli {

namespace {

using detail::Kind;
using detail::StatusByte;

// The running status after an event (SMF 1.0: sysex and meta events cancel it).
std::uint8_t status_after(const TrackEvent& event, std::uint8_t before) {
  if (is_channel_message(event)) return event.code();
  if (event.kind() != Kind::raw || event.code() >= detail::first_status) return 0;
  const auto data = event.data();  // bytes that are no event: a system common message cancels it
  const bool cancels = !data.empty() && data.front() >= detail::first_system_status &&
                       data.front() < detail::first_realtime_status;
  return cancels ? 0 : before;
}

}  // namespace

TrackEvent with_status_byte(const TrackEvent& event, StatusByte wanted) {
  detail::Spelling spelling = event.spelling();
  if (spelling.status_byte == wanted) return event;
  spelling.status_byte = wanted;
  return TrackEvent::from_payload({event.kind(), event.code(), event.data(), spelling},
                                  event.time());
}

bool is_channel_message(const TrackEvent& event) {
  const bool may_be = event.kind() == Kind::live || event.kind() == Kind::raw;
  return may_be && event.code() >= detail::first_status &&
         event.code() < detail::first_system_status;
}

StatusBytes::StatusBytes(const MidiTrack& track) {
  bool any_needless = false;
  std::uint8_t running_status = 0;
  all_written_ = std::ranges::all_of(track, [&](const TrackEvent& event) {
    any_needless = any_needless || (is_channel_message(event) && event.code() == running_status);
    running_status = status_after(event, running_status);
    return !is_channel_message(event) || event.spelling().status_byte == StatusByte::written;
  });
  all_written_ = all_written_ && any_needless;
}

TrackEvent StatusBytes::spelled(const TrackEvent& event) {
  const bool written = event.spelling().status_byte == StatusByte::written;
  const bool needed = is_channel_message(event) && event.code() != running_status_;
  running_status_ = status_after(event, running_status_);
  return written && (needed || all_written_) ? with_status_byte(event, StatusByte::as_needed)
                                             : event;
}

}  // namespace mido::cli
