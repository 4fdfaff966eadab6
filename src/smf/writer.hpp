// SPDX-License-Identifier: MIT
#pragma once

#include "mido/smf/midi_file.hpp"

namespace mido::detail {

/// The bytes of the file; see MidiFile::to_bytes().
[[nodiscard]] Bytes write_file(const MidiFile& file);

}  // namespace mido::detail
