// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"
#include "mido/messages/raw_event.hpp"

namespace mido {

/// What a track holds: a live message, a meta message or a packet, with its delta time in ticks;
/// from a faulty file that was read in tolerant mode also a RawEvent.
class TrackEvent : public BaseMessage {
 public:
  TrackEvent(const Message& message) : BaseMessage(message) {}
  TrackEvent(Message&& message) noexcept : BaseMessage(std::move(message)) {}
  TrackEvent(const MetaMessage& message) : BaseMessage(message) {}
  TrackEvent(MetaMessage&& message) noexcept : BaseMessage(std::move(message)) {}
  /// `TrackEvent(NoteOn{.note = 60}, 480)`
  template <class T>
  requires(detail::LiveType<T> || detail::MetaType<T> || std::same_as<T, Packet> ||
           std::same_as<T, RawEvent>) TrackEvent(const T& value, Time time = {})
      : BaseMessage(detail::encode(value), time) {}

  /// By name, of whatever kind: `TrackEvent("packet", {{"data", Bytes{0xF8}}, {"time", 10}})`.
  /// Throws ValueError for an unknown type or attribute and for a value out of range.
  explicit TrackEvent(std::string_view type, Attributes attributes = {});

  /// The event as a Message or a MetaMessage, or nothing when it is none.
  [[nodiscard]] std::optional<Message> message() const;
  [[nodiscard]] std::optional<MetaMessage> meta_message() const;

  /// A copy with other attributes. Throws ValueError for an unknown attribute and for a value out
  /// of range.
  [[nodiscard]] TrackEvent copy(Attributes overrides) const;

  /// The event's struct: that of a live or meta type, `UnknownMeta`, `Packet` or `RawEvent`.
  template <class Visitor>
  void visit(Visitor&& visitor) const {
    if (const auto live = message()) return live->visit(visitor);
    if (const auto meta = meta_message()) return meta->visit(visitor);
    if (const auto packet = get_if<Packet>()) return visitor(*packet);
    visitor(get<RawEvent>());
  }

  /// What the event is made of, as the file has it: the status, meta type or F0/F7, and a live
  /// message's wire bytes or the payload of the others. Lives as long as this event is not changed.
  [[nodiscard]] std::uint8_t code() const noexcept { return payload().code(); }
  [[nodiscard]] std::span<const std::uint8_t> data() const& noexcept { return payload().bytes(); }
  void data() && = delete;

  /// How the file wrote it: for the writer of files.
  [[nodiscard]] detail::Spelling spelling() const noexcept { return payload().spelling(); }
  [[nodiscard]] detail::Kind kind() const noexcept { return payload().kind(); }
  /// All there is, for the writer: the time when it is in ticks, and the word of the Payload.
  struct Words {
    std::int64_t time;
    std::uint64_t payload;
  };
  [[nodiscard]] Words words() const noexcept { return {time_bits(), payload().word()}; }
  /// Whether it has a block: for the list of events.
  [[nodiscard]] bool owns_memory() const noexcept { return !payload().is_inside(); }

  /// From a payload that is known to be valid: for the reader of files.
  [[nodiscard]] static TrackEvent from_payload(detail::Payload payload, Time delta) noexcept {
    return {std::move(payload), delta};
  }
  /// From a word of Payload::channel_message().
  [[nodiscard]] static TrackEvent from_word(std::uint64_t payload, std::uint32_t delta) noexcept {
    return {payload, delta};
  }

 private:
  TrackEvent(std::uint64_t payload, std::uint32_t delta) noexcept : BaseMessage(payload, delta) {}
  TrackEvent(detail::Payload payload, Time time) noexcept : BaseMessage(std::move(payload), time) {}
};

/// A message of a track takes 16 bytes, a long payload one block more.
static_assert(sizeof(TrackEvent) == 16);

}  // namespace mido

template <>
struct std::hash<mido::TrackEvent> : std::hash<mido::BaseMessage> {};
