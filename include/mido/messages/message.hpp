// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "mido/messages/base_message.hpp"

namespace mido {

/// A live message, one of the 18 that a port can send, with its time. Always valid.
class Message : public BaseMessage {
 public:
  /// `Message(NoteOn{.channel = 2, .note = 60}, 32)`
  template <detail::LiveType T>
  Message(const T& value, Time time = {}) : BaseMessage(detail::encode(value), time) {}

  /// By name: `Message("note_on", {{"note", 60}, {"time", 0.5}})`. Throws ValueError for an unknown
  /// type or attribute and for a value out of range.
  explicit Message(std::string_view type, Attributes attributes = {});

  /// From the bytes of exactly one message; else throws ValueError.
  [[nodiscard]] static Message from_bytes(std::span<const std::uint8_t> bytes, Time time = {});

  /// From the bytes as hexadecimal numbers, the reverse of hex(): with nothing, whitespace or
  /// `separator` between them. Throws ValueError as from_bytes() does, and for what is no
  /// hexadecimal digit, with its place.
  [[nodiscard]] static Message from_hex(std::string_view text, std::string_view separator = {},
                                        Time time = {});

  /// From the text that to_string() writes (the manual, "String Encoding"); see parse_string().
  /// Throws ValueError when it is no message.
  [[nodiscard]] static Message from_string(std::string_view text);

  /// A copy with other attributes: `msg.copy({{"note", 61}, {"time", 10}})`. Throws ValueError for
  /// an unknown attribute and for a value out of range.
  [[nodiscard]] Message copy(Attributes overrides) const;

  /// The bytes as on the wire, without a copy; they live as long as this message is not changed.
  /// Realtime-safe: yes.
  [[nodiscard]] std::span<const std::uint8_t> wire() const& noexcept { return payload().bytes(); }
  void wire() && = delete;

  /// Calls `visitor` with the message's struct: `NoteOn`, `Sysex`, …
  template <class Visitor>
  void visit(Visitor&& visitor) const {
    visit_types(std::forward<Visitor>(visitor), LiveTypes{});
  }

  /// From a message of up to three bytes that is known to be valid, its status the lowest of the
  /// number, the others 0 where there are none: for the tokenizer.
  [[nodiscard]] static Message from_valid_bytes(std::uint32_t bytes) noexcept {
    return {detail::Payload::of_three_bytes(bytes), Time()};
  }

 private:
  friend class TrackEvent;
  Message(detail::Payload payload, Time time) noexcept : BaseMessage(std::move(payload), time) {}
};

static_assert(sizeof(Message) == 16);

}  // namespace mido

template <>
struct std::hash<mido::Message> : std::hash<mido::BaseMessage> {};
