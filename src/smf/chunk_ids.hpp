// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mido::smf {

inline constexpr std::string_view header_id = "MThd";
inline constexpr std::string_view track_id = "MTrk";

/// The number in the first two bytes. Precondition: there are two.
[[nodiscard]] constexpr std::uint16_t big_endian_16(std::span<const std::uint8_t> bytes) noexcept {
  return static_cast<std::uint16_t>((bytes[0] << 8) | bytes[1]);
}

}  // namespace mido::smf
