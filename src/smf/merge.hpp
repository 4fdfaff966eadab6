// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mido/smf/midi_track.hpp"

namespace mido::detail {

struct MergedEvent {
  std::int64_t tick;  ///< since the beginning
  TrackEvent event;   ///< its time is of no meaning
};

/// All events of all tracks in playback order, with one end_of_track at the end.
[[nodiscard]] std::vector<MergedEvent> merge(std::span<const MidiTrack> tracks);

}  // namespace mido::detail
