// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "mido/values/time.hpp"

namespace mido::cli {

/// A text from a file; bytes that are no UTF-8 are taken as latin-1.
[[nodiscard]] std::u32string to_utf32(std::string_view bytes);
/// The same as UTF-8.
[[nodiscard]] std::string to_utf8(std::string_view bytes);

/// A text from a file, as UTF-8 that is safe on a terminal: bytes that are no UTF-8 are taken as
/// latin-1, and what could control the terminal becomes U+FFFD. White space at the ends is cut.
[[nodiscard]] std::string printable(std::string_view bytes);

/// "3:05", or "1:02:03" from an hour on.
[[nodiscard]] std::string clock_time(Seconds time);

/// "3 minutes, 5 seconds"
[[nodiscard]] std::string minutes_and_seconds(Seconds time);

/// "1 note", "2 notes"
[[nodiscard]] std::string count_of(std::uint64_t number, std::string_view thing);

/// How many columns of a terminal a text in UTF-8 takes, more or less: those of East Asia take two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text, cut to that many columns; an ellipsis shows where.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// The candidate that looks most like `word`; empty when none does.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// Appends a character as UTF-8.
void append_utf8(std::string& out, char32_t character);

}  // namespace mido::cli
