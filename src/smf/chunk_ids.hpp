// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mido::smf {

inline constexpr std::string_view header_id = "MThd";
inline constexpr std::string_view track_id = "MTrk";
inline constexpr std::size_t chunk_header_size = 8;
inline constexpr std::size_t least_header_size = 6;
inline constexpr std::uint16_t last_file_type = 2;

[[nodiscard]] constexpr bool begins_with(std::span<const std::uint8_t> bytes,
                                         std::string_view id) noexcept {
  return bytes.size() >= id.size() && std::ranges::equal(bytes.first(id.size()), id);
}

/// The number in the first two or four bytes. Precondition: there are as many.
[[nodiscard]] constexpr std::uint16_t big_endian_16(std::span<const std::uint8_t> bytes) noexcept {
  return static_cast<std::uint16_t>((bytes[0] << 8) | bytes[1]);
}
[[nodiscard]] constexpr std::uint32_t big_endian_32(std::span<const std::uint8_t> bytes) noexcept {
  return (std::uint32_t{big_endian_16(bytes)} << 16) | big_endian_16(bytes.subspan(2));
}

}  // namespace mido::smf
