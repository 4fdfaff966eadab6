// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "mido/smf/midi_track.hpp"
#include "mido/smf/notes.hpp"

namespace mido::detail {

/// A note, and which events of its track it is made of.
struct PairedNote {
  NoteSpan note;
  std::size_t on = 0;
  std::size_t off = 0;  ///< when it is `ended`
};

/// What notes() is made of. `index` is that of the track.
[[nodiscard]] std::vector<PairedNote> paired_notes(const MidiTrack& track, std::size_t index,
                                                   Pairing pairing = Pairing::fifo);

}  // namespace mido::detail
