// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mido/values/time.hpp"

namespace mido::cli {

/// A text from a file, as UTF-8 that is safe on a terminal: bytes that are no UTF-8 are taken as
/// latin-1, and what could control the terminal becomes U+FFFD. White space at the ends is cut.
[[nodiscard]] std::string printable(std::string_view bytes);

/// "3:05", or "1:02:03" from an hour on.
[[nodiscard]] std::string clock_time(Seconds time);

/// "3 minutes, 5 seconds"
[[nodiscard]] std::string minutes_and_seconds(Seconds time);

/// The candidate that looks most like `word`; empty when none does.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// Appends a character as UTF-8.
void append_utf8(std::string& out, char32_t character);

}  // namespace mido::cli
