// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace mido::detail {

/// The largest number that a variable-length quantity holds (SMF 1.0: four bytes of seven bits).
inline constexpr std::uint32_t largest_variable_length = 0x0FFFFFFF;

/// How many bytes the shortest form has, 1..4. Precondition: value fits.
[[nodiscard]] constexpr std::size_t variable_length_size(std::uint32_t value) noexcept {
  return 1U + (value >> 7 != 0 ? 1U : 0U) + (value >> 14 != 0 ? 1U : 0U) +
         (value >> 21 != 0 ? 1U : 0U);
}

/// Appends a variable-length quantity in its shortest form, or with that many bytes more, up to
/// four. Precondition: value fits.
template <class Container>
void append_variable_length(Container& out, std::uint32_t value, std::size_t extra = 0) {
  for (std::size_t left = std::min<std::size_t>(variable_length_size(value) + extra, 4); left > 1;
       --left) {
    out.push_back(static_cast<std::uint8_t>(0x80 | ((value >> (7 * (left - 1))) & 0x7F)));
  }
  out.push_back(static_cast<std::uint8_t>(value & 0x7F));
}

}  // namespace mido::detail
