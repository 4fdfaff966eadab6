// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "mido/values/time.hpp"

namespace mido {

class MidiFile;

/// An event of a file, with when it comes and which track it is from.
struct TimedEvent {
  std::int64_t tick = 0;  ///< since the beginning
  Seconds seconds{};      ///< since the beginning
  std::size_t track = 0;  ///< its index in the file
  TrackEvent event;       ///< as the track has it, its delta time too

  friend bool operator==(const TimedEvent&, const TimedEvent&) = default;
};

/// The events of MidiFile::events(), in the same order. The end_of_track that ends them all is that
/// of the longest track, and its delta time is 0. Throws ValueError for type 2.
[[nodiscard]] std::vector<TimedEvent> timed_events(const MidiFile& file);

}  // namespace mido
