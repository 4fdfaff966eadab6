// SPDX-License-Identifier: MIT
#include "mido/messages/packet.hpp"

#include "mido/messages/live_length.hpp"

namespace mido::detail {

Payload encode(const Packet& packet) {
  return {Kind::packet, packet.starts_sysex ? sysex_status : end_of_sysex, packet.data};
}

std::optional<Packet> decode_packet(const Payload& payload) {
  if (payload.kind() != Kind::packet) return std::nullopt;
  const auto bytes = payload.bytes();
  return Packet{.starts_sysex = payload.code() == sysex_status,
                .data = {bytes.begin(), bytes.end()}};
}

}  // namespace mido::detail
