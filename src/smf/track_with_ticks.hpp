// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>

#include "mido/smf/midi_track.hpp"

namespace mido::detail {

/// The event as if it had been made and not read: what is put into a new place is written as it
/// should be there, and not as it was in the old one.
[[nodiscard]] inline TrackEvent unspelled(const TrackEvent& event) {
  if (event.spelling() == Spelling{}) return event;
  return TrackEvent::from_payload({event.kind(), event.code(), event.data()}, event.time());
}

/// A track to which events are appended by their ticks since the beginning.
struct TrackWithTicks {
  MidiTrack track = {};
  std::int64_t last_tick = 0;

  void add(std::int64_t tick, const TrackEvent& event) {
    track.push_back(unspelled(event), tick - std::exchange(last_tick, tick));
  }
};

}  // namespace mido::detail
