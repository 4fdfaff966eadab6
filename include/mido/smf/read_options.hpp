// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace mido {

/// What becomes of a channel or sysex message with data bytes over 127.
enum class BadData : std::uint8_t {
  raw,   ///< it is kept as it is, as a RawEvent
  clip,  ///< the bytes become 127, and that is no fault, as with the original's `clip`
  drop,  ///< it is left out, its time is not
};

/// How a file is read.
struct ReadOptions {
  /// Off: the first fault throws MidiParseError. On: every fault is kept as a Diagnostic, its
  /// damage stays where it is, and all that can be read is read.
  bool tolerant = false;
  BadData bad_data = BadData::raw;
};

}  // namespace mido
