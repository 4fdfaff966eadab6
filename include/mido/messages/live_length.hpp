// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "mido/messages/live_types.hpp"

namespace mido::detail {

inline constexpr std::uint8_t first_status = 0x80;
inline constexpr std::uint8_t first_system_status = 0xF0;
inline constexpr std::uint8_t sysex_status = Sysex::status;
inline constexpr std::uint8_t end_of_sysex = 0xF7;
inline constexpr std::uint8_t first_realtime_status = 0xF8;
inline constexpr std::uint8_t meta_status = 0xFF;  // in a file

/// How many bytes a message of type T has on the wire, its status included; 0 for any number.
template <class T>
consteval std::uint8_t wire_size() {
  std::uint64_t bits = 0;
  bool any_size = false;
  std::apply(
      [&](const auto&... fields) {
        ((bits |= fields.place.mask()), ...);
        ((any_size = any_size || fields.place.width == 0), ...);
      },
      T::fields());
  if (any_size) return 0;
  if (bits >> data_byte_2.shift != 0) return 3;
  return bits >> data_byte_1.shift != 0 ? 2 : 1;
}

template <class... Types>
consteval std::array<std::uint8_t, 256> make_live_lengths(TypeList<Types...>) {
  std::array<std::uint8_t, 256> lengths{};
  const auto enter = [&](std::uint8_t status, std::uint8_t length) {
    const unsigned channels = status < first_system_status ? 16 : 1;
    for (unsigned i = 0; i < channels; ++i) lengths[status + i] = length;
  };
  (enter(Types::status, wire_size<Types>()), ...);
  return lengths;
}

inline constexpr auto live_lengths = make_live_lengths(LiveTypes{});

/// Bytes of a live message by its status, the status included; 0 for sysex, undefined status
/// bytes and data bytes.
[[nodiscard]] constexpr std::size_t live_length(std::uint8_t status) noexcept {
  return live_lengths[status];
}

consteval auto make_channel_message_sizes() {
  auto sizes = live_lengths;
  for (std::size_t status = first_system_status; status < sizes.size(); ++status) sizes[status] = 0;
  return sizes;
}

/// The same of channel messages only.
inline constexpr auto channel_message_sizes = make_channel_message_sizes();

/// Whether the byte begins a message: a status that MIDI 1.0 defines. End of sysex does not.
[[nodiscard]] constexpr bool begins_message(std::uint8_t byte) noexcept {
  return byte == sysex_status || live_lengths[byte] != 0;
}

}  // namespace mido::detail
