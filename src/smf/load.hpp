// SPDX-License-Identifier: MIT
#pragma once

#include "mido/smf/midi_track.hpp"
#include "mido/smf/read_options.hpp"
#include "mido/smf/reader.hpp"

namespace mido::detail {

/// All events of a track chunk.
[[nodiscard]] MidiTrack load_track(smf::TrackReader reader, const smf::Chunk& chunk,
                                   const ReadOptions& options);

}  // namespace mido::detail
