// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace mido::detail {

/// Of 64 bytes one bit each, the first byte's the lowest.
struct HighBits {
  std::uint64_t all = 0;  ///< the highest bit of the byte
  /// Whether it is a status that has other than two data bytes, or may have: C0 to DF, F0 to FF.
  std::uint64_t other_status = 0;
};

/// Of the 64 bytes there. Realtime-safe: yes.
[[nodiscard]] HighBits high_bits_of_64(const std::uint8_t* bytes) noexcept;

}  // namespace mido::detail
