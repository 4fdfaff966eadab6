// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mido::cli {

/// A line that holds an event, as `mido dump` writes it: "@480 0.500 22 note_on note=60". Seconds
/// and offset are for the reader, and passed over.
struct EventLine {
  /// Throws Error when it is none. Precondition: there are words; all are parts of one line.
  explicit EventLine(std::span<const std::string_view> words);

  std::optional<std::int64_t> tick;  ///< none: the event says its time itself
  std::string_view event;
};

}  // namespace mido::cli
