// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <tuple>

#include "mido/messages/attribute.hpp"
#include "mido/messages/field.hpp"
#include "mido/messages/payload.hpp"

namespace mido {

/// Bytes that a track sends as they are (SMF 1.0, "sysex events"): a part of a sysex message that
/// is split over events, or an escape (F7), which may carry anything.
struct Packet {
  static constexpr std::string_view type = "packet";
  /// Whether an F0 goes in front: the first part of a split sysex. Else it is an F7 event.
  bool starts_sysex = false;
  Bytes data = {};
  static constexpr auto fields() {
    return std::tuple{field("starts_sysex", &Packet::starts_sysex, Place{}),
                      field("data", &Packet::data, whole_payload)};
  }
  friend bool operator==(const Packet&, const Packet&) = default;
};

namespace detail {
[[nodiscard]] Payload encode(const Packet& packet);
[[nodiscard]] std::optional<Packet> decode_packet(const Payload& payload);
}  // namespace detail

}  // namespace mido
