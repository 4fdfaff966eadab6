// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mido/messages/encoding.hpp"
#include "mido/messages/packet.hpp"
#include "mido/messages/raw_event.hpp"
#include "mido/values/time.hpp"

namespace mido {

/// What Message, MetaMessage and TrackEvent have in common: the bytes of one message and its time,
/// in 16 bytes. A value: copying never allocates, two are equal when bytes and time are.
/// Thread-safe: like an int. Realtime-safe: copying, comparing, and reading what returns no string,
/// vector or struct with one; the last copy of a message of more than seven bytes frees memory.
class BaseMessage {
 public:
  /// The name of the type: "note_on", "set_tempo". A meta message of a type or with a payload that
  /// has no struct is "unknown_meta".
  [[nodiscard]] std::string_view type() const noexcept;

  [[nodiscard]] Time time() const noexcept;
  void set_time(Time time) noexcept;

  [[nodiscard]] bool is_meta() const noexcept { return payload_.kind() == detail::Kind::meta; }
  /// Whether it may stand between the bytes of another message (MIDI 1.0, system real time).
  [[nodiscard]] bool is_realtime() const noexcept;
  /// Whether it is a control change; with `control`, whether it is of that controller.
  [[nodiscard]] bool is_cc() const noexcept;
  [[nodiscard]] bool is_cc(Control control) const noexcept;

  /// Whether it is a message of type T.
  template <class T>
  [[nodiscard]] bool is() const;
  /// The message as a T, or nothing when it is of another type.
  template <class T>
  [[nodiscard]] std::optional<T> get_if() const;
  /// The message as a T; throws ValueError when it is of another type.
  template <class T>
  [[nodiscard]] T get() const;

  /// An attribute by name, `time` among them. Throws ValueError when the type has no such one.
  [[nodiscard]] AttributeValue operator[](std::string_view name) const;
  /// Every attribute in the order of the manual, without the time.
  [[nodiscard]] std::vector<Attribute> attributes() const;

  /// The bytes as on the wire; for a meta message FF, the type, the length and the payload; for a
  /// packet what it sends.
  [[nodiscard]] Bytes bytes() const;
  /// The bytes as hexadecimal numbers: "90 3C 40".
  [[nodiscard]] std::string hex(std::string_view separator = " ") const;

  friend bool operator==(const BaseMessage& a, const BaseMessage& b) noexcept {
    return a.payload_ == b.payload_ && a.time() == b.time();
  }

 protected:
  BaseMessage(detail::Payload payload, Time time) noexcept : payload_(std::move(payload)) {
    set_time(time);
  }
  /// From a payload's word, which has no flag; with a time in ticks.
  BaseMessage(std::uint64_t payload, std::int64_t ticks) noexcept
      : time_bits_(ticks), payload_(payload) {}
  BaseMessage(const BaseMessage&) = default;
  BaseMessage(BaseMessage&&) = default;
  BaseMessage& operator=(const BaseMessage&) = default;
  BaseMessage& operator=(BaseMessage&&) = default;
  ~BaseMessage() = default;

  /// This message with other attributes; throws ValueError for an unknown name or a bad value.
  void override_attributes(Attributes overrides);

  [[nodiscard]] const detail::Payload& payload() const noexcept { return payload_; }
  [[nodiscard]] std::int64_t time_bits() const noexcept { return time_bits_; }
  [[nodiscard]] static const detail::Payload& payload_of(const BaseMessage& message) noexcept {
    return message.payload_;
  }

  /// Calls `visitor` with the struct of the message, one of Types; false when it is none of them.
  template <class Visitor, class... Types>
  bool visit_types(Visitor&& visitor, TypeList<Types...> types) const;

 private:
  friend struct std::hash<BaseMessage>;

  std::int64_t time_bits_ = 0;
  detail::Payload payload_;
};

// ---------------------------------------------------------------------------------------------

inline Time BaseMessage::time() const noexcept {
  Time result;
  result.bits_ = time_bits_;
  result.is_float_ = payload_.flag();
  return result;
}

inline void BaseMessage::set_time(Time time) noexcept {
  time_bits_ = time.bits_;
  payload_.set_flag(time.is_float_);
}

template <class T>
bool BaseMessage::is() const {
  if constexpr (std::same_as<T, Packet>) {
    return payload_.kind() == detail::Kind::packet;
  } else if constexpr (std::same_as<T, RawEvent>) {
    return payload_.kind() == detail::Kind::raw;
  } else if constexpr (std::same_as<T, UnknownMeta>) {
    return is_meta() && type() == UnknownMeta::type;
  } else if constexpr (detail::MetaType<T> && detail::FixedSize<T>) {
    return get_if<T>().has_value();
  } else {
    return detail::holds<T>(payload_);  // any bytes will do
  }
}

template <class T>
std::optional<T> BaseMessage::get_if() const {
  if constexpr (std::same_as<T, Packet>) {
    return detail::decode_packet(payload_);
  } else if constexpr (std::same_as<T, RawEvent>) {
    return detail::decode_raw(payload_);
  } else if constexpr (std::same_as<T, UnknownMeta>) {
    if (!is<UnknownMeta>()) return std::nullopt;
    const auto bytes = payload_.bytes();
    return UnknownMeta{.type_byte = checked(payload_.code()), .data = {bytes.begin(), bytes.end()}};
  } else {
    if (!detail::holds<T>(payload_)) return std::nullopt;
    if constexpr (detail::LiveType<T>) {
      return detail::decode<T>(payload_);
    } else {
      return detail::decode_meta<T>(payload_.bytes());
    }
  }
}

template <class T>
T BaseMessage::get() const {
  if (auto value = get_if<T>()) return *std::move(value);
  throw ValueError(std::string(type()) + " message is no " + std::string(T::type));
}

template <class Visitor, class... Types>
bool BaseMessage::visit_types(Visitor&& visitor, TypeList<Types...>) const {
  const auto visit_one = [&]<class T>(std::type_identity<T>) {
    const auto value = get_if<T>();
    if (value) visitor(*value);
    return value.has_value();
  };
  return (visit_one(std::type_identity<Types>{}) || ...);
}

}  // namespace mido

/// Equal messages have equal hashes, the time included.
template <>
struct std::hash<mido::BaseMessage> {
  std::size_t operator()(const mido::BaseMessage& message) const noexcept;
};
