// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include "mido/messages/attribute.hpp"
#include "mido/messages/field.hpp"
#include "mido/messages/payload.hpp"

namespace mido {

/// What a faulty track holds that is no valid event, kept as it stands there: a channel or sysex
/// message with data bytes over 127, or bytes that mean nothing. It cannot be sent.
struct RawEvent {
  static constexpr std::string_view type = "raw";
  /// The status of the message (0x80..0xEF, 0xF0), or 0 for stray bytes after a delta time, 1 for
  /// bytes without one.
  std::uint8_t status = 0;
  Bytes data = {};
  static constexpr auto fields() {
    return std::tuple{field("status", &RawEvent::status, Place{}),
                      field("data", &RawEvent::data, whole_payload)};
  }
  friend bool operator==(const RawEvent&, const RawEvent&) = default;
};

namespace detail {
[[nodiscard]] inline Payload encode(const RawEvent& event) {
  return {Kind::raw, event.status, event.data};
}
[[nodiscard]] inline std::optional<RawEvent> decode_raw(const Payload& payload) {
  if (payload.kind() != Kind::raw) return std::nullopt;
  const auto bytes = payload.bytes();
  return RawEvent{.status = payload.code(), .data = {bytes.begin(), bytes.end()}};
}
}  // namespace detail

}  // namespace mido
