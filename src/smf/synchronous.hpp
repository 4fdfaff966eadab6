// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "mido/smf/midi_file.hpp"

namespace mido::detail {

/// Throws ValueError "<what> for type 2 (asynchronous) file" when the tracks do not start together.
inline void check_synchronous(const MidiFile& file, const char* what) {
  if (file.type == 2) throw ValueError(std::string(what) + " for type 2 (asynchronous) file");
}

}  // namespace mido::detail
