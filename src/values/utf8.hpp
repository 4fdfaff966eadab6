// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mido::detail {

struct Utf8Character {
  char32_t point;
  std::size_t size;  ///< in bytes
};

/// The first character of `text` (Unicode 15, table 3-7), or nothing when it is no UTF-8.
/// Precondition: not empty.
[[nodiscard]] std::optional<Utf8Character> decode_utf8(std::string_view text);

/// How many bytes from the beginning on are UTF-8: all of them, or up to the first that is not.
[[nodiscard]] std::size_t utf8_size(std::string_view text);
[[nodiscard]] inline bool is_utf8(std::string_view text) { return utf8_size(text) == text.size(); }

/// The character as UTF-8. Precondition: it is one.
[[nodiscard]] std::string encode_utf8(char32_t point);

}  // namespace mido::detail
