// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mido::detail {

struct Utf8Character {
  char32_t point;
  std::size_t size;  ///< in bytes, 1..4
};

/// The first character of `text` (Unicode 15, table 3-7), or nothing when it is no UTF-8.
/// Precondition: the text is not empty.
[[nodiscard]] std::optional<Utf8Character> first_utf8(std::string_view text);

}  // namespace mido::detail
