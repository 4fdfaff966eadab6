// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>

#include "mido/messages/base_message.hpp"

namespace mido {

/// The text format of the manual ("String Encoding"): "note_on channel=0 note=60 velocity=64
/// time=0". A meta message or a packet reads as repr().
[[nodiscard]] std::string to_string(const BaseMessage& message);

/// As the original shows a message: "Message('note_on', channel=0, note=60, velocity=64, time=0)".
/// Texts are shown as UTF-8 when they are that, else as latin-1; control characters are escaped.
[[nodiscard]] std::string repr(const BaseMessage& message);

/// Writes to_string().
std::ostream& operator<<(std::ostream& out, const BaseMessage& message);

}  // namespace mido
