// SPDX-License-Identifier: MIT
#include "mido/messages/encoding.hpp"

namespace mido::detail {

namespace {
constexpr std::size_t longest_meta = (std::size_t{1} << 28) - 1;
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

}  // namespace mido::detail
