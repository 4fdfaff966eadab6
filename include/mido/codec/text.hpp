// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "mido/messages/message.hpp"

namespace mido {

/// The text format of the manual ("String Encoding"): "note_on channel=0 note=60 velocity=64
/// time=0". A meta message or a packet reads as repr().
[[nodiscard]] std::string to_string(const BaseMessage& message);

/// The text of a message, without the time when `include_time` is false.
[[nodiscard]] std::string format_as_string(const Message& message, bool include_time = true);

/// Reads the text format back: "note_on note=60 time=0.5". Attributes may come in any order, each
/// once; what is left out has its default. Throws ValueError when it is no message.
/// Message::from_string() is the same.
[[nodiscard]] Message parse_string(std::string_view text);

/// As the original shows a message: "Message('note_on', channel=0, note=60, velocity=64, time=0)".
/// Texts are shown as UTF-8 when they are that, else as latin-1; control characters are escaped.
[[nodiscard]] std::string repr(const BaseMessage& message);

/// Writes to_string().
std::ostream& operator<<(std::ostream& out, const BaseMessage& message);

}  // namespace mido
