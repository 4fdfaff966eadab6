// SPDX-License-Identifier: MIT
#pragma once

#include "mido/smf/midi_file.hpp"

namespace mido::cli {

/// The file as it should be: a plain header, tracks of valid events that end with their only
/// end_of_track, each written in the usual way. What is no event, or a meta message that cannot be,
/// is left out; its time is kept. Chunks that are no tracks stay, since they are allowed.
[[nodiscard]] MidiFile repaired(const MidiFile& file);

}  // namespace mido::cli
