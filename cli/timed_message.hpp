// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "mido/messages/message.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

/// A message, and when it is to be sent.
struct TimedMessage {
  std::optional<Seconds> time;  ///< none: it has no time of its own
  Message message;
};

/// Reads a line as `mido monitor` writes it, "0.25 note_on note=60 # Piano", or without the time.
/// Nothing for a line that is empty or a comment. Throws Error when it is none of these.
[[nodiscard]] std::optional<TimedMessage> read_timed_message(std::string_view line);

}  // namespace mido::cli
