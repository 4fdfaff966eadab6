// SPDX-License-Identifier: MIT
#pragma once

#include "mido/messages/attribute.hpp"
#include "mido/smf/midi_track.hpp"

namespace mido::smf {

/// What stands in a track chunk that holds these events and nothing else: the reverse of
/// TrackReader. Each is spelled as it was read, and nothing is made valid: no end_of_track is
/// added. Throws ValueError for what a track cannot hold, as MidiFile::to_bytes() does.
[[nodiscard]] Bytes track_data(const MidiTrack& track);

}  // namespace mido::smf
