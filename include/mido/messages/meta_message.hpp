// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "mido/messages/base_message.hpp"

namespace mido {

/// A meta message: what a track says beside the music. It cannot be sent on a port.
class MetaMessage : public BaseMessage {
 public:
  /// `MetaMessage(SetTempo{.tempo = 400000}, 0)`. Throws ValueError when a text or data is longer
  /// than a file can hold (2^28 - 1 bytes).
  template <detail::MetaType T>
  MetaMessage(const T& value, Time time = {}) : BaseMessage(detail::encode(value), time) {}

  /// By name: `MetaMessage("set_tempo", {{"tempo", 400000}})`. Throws ValueError for an unknown
  /// type or attribute and for a value out of range.
  explicit MetaMessage(std::string_view type, Attributes attributes = {});

  /// From the bytes of exactly one meta message as a file has it, without the delta time: FF, type
  /// byte, length, payload. Throws ValueError for anything else, and for a payload that the type
  /// cannot have.
  [[nodiscard]] static MetaMessage from_bytes(std::span<const std::uint8_t> bytes, Time time = {});
  /// The same from hexadecimal numbers; see Message::from_hex().
  [[nodiscard]] static MetaMessage from_hex(std::string_view text, std::string_view separator = {},
                                            Time time = {});

  /// A copy with other attributes. Throws ValueError for an unknown attribute and for a value out
  /// of range.
  [[nodiscard]] MetaMessage copy(Attributes overrides) const;

  /// The number of the type in a file: 0x51 for set_tempo.
  [[nodiscard]] std::uint8_t type_byte() const noexcept { return payload().code(); }
  /// The payload as in a file, without a copy; it lives as long as this message is not changed.
  [[nodiscard]] std::span<const std::uint8_t> data() const& noexcept { return payload().bytes(); }
  void data() && = delete;

  /// Calls `visitor` with the message's struct: `SetTempo`, `TrackName`, …, or `UnknownMeta`, also
  /// for a type of the user's own.
  template <class Visitor>
  void visit(Visitor&& visitor) const {
    if (visit_types(visitor, MetaTypes{})) return;
    visitor(UnknownMeta{.type_byte = checked(type_byte()), .data = {data().begin(), data().end()}});
  }

 private:
  friend class TrackEvent;
  MetaMessage(detail::Payload payload, Time time) noexcept
      : BaseMessage(std::move(payload), time) {}
};

static_assert(sizeof(MetaMessage) == 16);

}  // namespace mido

template <>
struct std::hash<mido::MetaMessage> : std::hash<mido::BaseMessage> {};
