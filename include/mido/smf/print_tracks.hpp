// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace mido {

class MidiFile;

/// Prints the tracks of a file, an event a line: "=== Track 0", "MetaMessage('track_name',
/// name='Piano', time=0)". With `meta_only` only meta messages.
void print_tracks(const MidiFile& file, std::ostream& out, bool meta_only = false);

}  // namespace mido
