// SPDX-License-Identifier: MIT
#include "mido/messages/encoding.hpp"

namespace mido::detail {

namespace {
constexpr std::size_t longest_meta = (std::size_t{1} << 28) - 1;

template <class T>
bool is_valid(std::span<const std::uint8_t> payload) noexcept {
  if constexpr (FixedSize<T>) {
    return decode_meta<T>(payload).has_value();
  } else {
    return true;
  }
}

template <class... Types>
bool is_valid_meta_of(TypeList<Types...>, std::uint8_t type_byte,
                      std::span<const std::uint8_t> payload) noexcept {
  return ((Types::type_byte != type_byte || is_valid<Types>(payload)) && ...);
}

}  // namespace

Payload encode_sysex(std::span<const std::uint8_t> data, Spelling spelling) {
  Bytes wire;
  wire.reserve(data.size() + 2);
  wire.push_back(sysex_status);
  wire.insert(wire.end(), data.begin(), data.end());
  wire.push_back(end_of_sysex);
  return {Kind::live, sysex_status, wire, spelling};
}

Payload encode_meta(std::uint8_t type_byte, std::span<const std::uint8_t> payload) {
  if (payload.size() > longest_meta) {
    throw ValueError("a meta message holds at most 268435455 bytes");
  }
  return {Kind::meta, type_byte, payload};
}

bool is_valid_meta(std::uint8_t type_byte, std::span<const std::uint8_t> payload) noexcept {
  return is_valid_meta_of(MetaTypes{}, type_byte, payload);
}

}  // namespace mido::detail
