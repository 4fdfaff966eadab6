// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace mido::detail {

/// The largest number that a variable-length quantity holds (SMF 1.0: four bytes of seven bits).
inline constexpr std::uint32_t largest_variable_length = 0x0FFFFFFF;

/// Appends a variable-length quantity in its shortest form. Precondition: value fits.
template <class Container>
void append_variable_length(Container& out, std::uint32_t value) {
  for (int shift = 21; shift > 0; shift -= 7) {
    if (value >> shift != 0) {
      out.push_back(static_cast<std::uint8_t>(0x80 | ((value >> shift) & 0x7F)));
    }
  }
  out.push_back(static_cast<std::uint8_t>(value & 0x7F));
}

}  // namespace mido::detail
