// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mido::detail {

/// The escape that a character has of its own: \n \r \t \\ and that of the quote; else empty.
[[nodiscard]] std::string named_escape(char32_t point, char quote);
/// Whether it is a control character or cannot be told from a space: to be shown as a number.
[[nodiscard]] bool is_invisible(char32_t point) noexcept;
/// The low byte as \x9b.
[[nodiscard]] std::string hex_escape(char32_t point);

/// Any bytes as a text in double quotes on one line. UTF-8 stands as it is; other bytes and
/// invisible characters are escaped byte by byte, so that nothing is lost.
[[nodiscard]] std::string escaped(std::string_view bytes);

/// How many characters the text in double quotes at the front of `text` has, with its quotes.
/// Throws ValueError when the closing one is missing. Precondition: `text` begins with one.
[[nodiscard]] std::size_t escaped_size(std::string_view text);

/// The reverse of escaped(). Throws ValueError for an escape that it does not write.
[[nodiscard]] std::string unescaped(std::string_view text);

}  // namespace mido::detail
