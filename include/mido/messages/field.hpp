// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace mido {

/// Where a field stands among the bits of a message. Live messages count from the status byte
/// up (status 0..7, first data byte 8..15, second 16..23); fixed-size meta payloads are one
/// big-endian number, counted from its last bit.
struct Place {
  std::uint8_t shift = 0;
  std::uint8_t width = 0;
  /// A 14-bit value as two data bytes of seven bits, low one first (MIDI 1.0, pitch bend).
  bool two_data_bytes = false;

  [[nodiscard]] constexpr std::uint64_t mask() const noexcept {
    if (two_data_bytes) return std::uint64_t{0x7F7F} << shift;
    return ((std::uint64_t{1} << width) - 1) << shift;
  }
  [[nodiscard]] constexpr std::uint64_t put(std::uint64_t value) const noexcept {
    if (two_data_bytes) value = (value & 0x7F) | ((value & 0x3F80) << 1);
    return value << shift;
  }
  [[nodiscard]] constexpr std::uint64_t get(std::uint64_t bits) const noexcept {
    const std::uint64_t value = (bits & mask()) >> shift;
    return two_data_bytes ? (value & 0x7F) | ((value & 0x7F00) >> 1) : value;
  }
};

/// The low nibble of the status byte.
inline constexpr Place in_status{.shift = 0, .width = 4};
/// All of the first or the second data byte.
inline constexpr Place data_byte_1{.shift = 8, .width = 7};
inline constexpr Place data_byte_2{.shift = 16, .width = 7};
/// Both data bytes as one 14-bit value.
inline constexpr Place both_data_bytes{.shift = 8, .width = 14, .two_data_bytes = true};
/// Everything between the status and the end: sysex data, texts, raw meta data.
inline constexpr Place whole_payload{};

/// One attribute of a message type: its name, the member that holds it, its place on the wire.
template <class Type, class Member>
struct Field {
  std::string_view name;
  Member Type::*member;
  Place place;
};

template <class Type, class Member>
[[nodiscard]] constexpr Field<Type, Member> field(std::string_view name, Member Type::*member,
                                                  Place place) noexcept {
  return {name, member, place};
}

}  // namespace mido
