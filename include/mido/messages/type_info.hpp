// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "mido/messages/encoding.hpp"
#include "mido/messages/packet.hpp"
#include "mido/messages/raw_event.hpp"

/// A message type for code that only knows it at run time, generated from its struct.
namespace mido::detail {

struct TypeInfo {
  std::string_view type;
  Kind kind;
  std::uint8_t code;  ///< the status or type byte; 0 where that is a value
  /// The attributes in the order of fields(), without the time.
  std::vector<Attribute> (*attributes)(const Payload& payload);
  /// The payload with other attributes; nullptr means the defaults. Leaves out "time".
  Payload (*encode)(const Payload* original, Attributes overrides);
  /// Whether a meta message of the type may have that payload.
  bool (*is_valid)(std::span<const std::uint8_t> payload) noexcept;
};

/// From an attribute's type to a value by name, and back. set_value() throws ValueError.
template <class Tag, int Min, int Max>
AttributeValue to_value(Bounded<Tag, Min, Max> value) {
  return int{value};
}
inline AttributeValue to_value(Denominator value) {
  // Up to 2^62 an integer, as far as one goes.
  if (value.exponent() < 63) return std::int64_t{1} << value.exponent();
  return value.value();
}
inline AttributeValue to_value(Key value) { return value.name(); }
inline AttributeValue to_value(FrameRate value) {
  const auto whole = static_cast<int>(value.number());
  if (whole == value.number()) return whole;
  return value.number();
}
inline AttributeValue to_value(const std::string& value) { return value; }
inline AttributeValue to_value(const Bytes& value) { return value; }
inline AttributeValue to_value(const DataBytes& value) { return Bytes(value.begin(), value.end()); }
inline AttributeValue to_value(bool value) { return value ? 1 : 0; }
inline AttributeValue to_value(std::uint8_t value) { return value; }

template <class Tag, int Min, int Max>
void set_value(Bounded<Tag, Min, Max>& field, const AttributeValue& value) {
  field = checked(value.as_integer());
}
inline void set_value(Denominator& field, const AttributeValue& value) {
  field = value.is_float() ? Denominator::from_value(value.as_float())
                           : Denominator(checked(value.as_integer()));
}
inline void set_value(Key& field, const AttributeValue& value) {
  field = checked(std::string_view(value.as_text()));
}
inline void set_value(FrameRate& field, const AttributeValue& value) {
  field = FrameRate::from_number(value.as_float());
}
inline void set_value(std::string& field, const AttributeValue& value) { field = value.as_text(); }
inline void set_value(Bytes& field, const AttributeValue& value) { field = value.as_bytes(); }
inline void set_value(DataBytes& field, const AttributeValue& value) {
  field = DataBytes(checked(value.as_bytes()));
}
inline void set_value(bool& field, const AttributeValue& value) { field = value.as_integer() != 0; }
inline void set_value(std::uint8_t& field, const AttributeValue& value) {
  field = static_cast<std::uint8_t>(int{MetaByte(checked(value.as_integer()))});
}

template <class T>
std::optional<T> decode_as(const Payload& payload) {
  if constexpr (std::same_as<T, Packet>) {
    return decode_packet(payload);
  } else if constexpr (std::same_as<T, RawEvent>) {
    return decode_raw(payload);
  } else if constexpr (std::same_as<T, UnknownMeta>) {
    if (payload.kind() != Kind::meta) return std::nullopt;
    const auto bytes = payload.bytes();
    return UnknownMeta{.type_byte = checked(payload.code()), .data = {bytes.begin(), bytes.end()}};
  } else {
    if (!holds<T>(payload)) return std::nullopt;
    if constexpr (LiveType<T>) {
      return decode<T>(payload);
    } else {
      return decode_meta<T>(payload.bytes());
    }
  }
}

template <class T>
std::vector<Attribute> attributes_of(const Payload& payload) {
  const T value = *decode_as<T>(payload);
  std::vector<Attribute> result;
  std::apply(
      [&](const auto&... fields) {
        result.reserve(sizeof...(fields));
        (result.push_back({fields.name, to_value(value.*fields.member)}), ...);
      },
      T::fields());
  return result;
}

template <class T>
void set_attribute(T& message, const Attribute& attribute) {
  const auto set_if_named = [&](const auto& field) {
    if (field.name != attribute.name) return false;
    set_value(message.*field.member, attribute.value);
    return true;
  };
  const bool found =
      std::apply([&](const auto&... fields) { return (set_if_named(fields) || ...); }, T::fields());
  if (!found) {
    throw ValueError(std::string(T::type) + " message has no attribute " +
                     std::string(attribute.name));
  }
}

template <class T>
Payload encode_with(const Payload* original, Attributes overrides) {
  T message;
  if (original != nullptr) message = *decode_as<T>(*original);
  for (const Attribute& attribute : overrides) {
    if (attribute.name != "time") set_attribute(message, attribute);
  }
  return encode(message);
}

template <class T>
[[nodiscard]] bool is_valid_payload(std::span<const std::uint8_t> payload) noexcept {
  if constexpr (KnownMetaType<T> && FixedSize<T>) {
    return decode_meta<T>(payload).has_value();
  } else {
    return true;
  }
}

template <class T>
consteval TypeInfo make_type_info() {
  Kind kind = Kind::meta;
  std::uint8_t code = 0;
  if constexpr (LiveType<T>) {
    kind = Kind::live;
    code = T::status;
  } else if constexpr (KnownMetaType<T>) {
    code = T::type_byte;
  } else if constexpr (std::same_as<T, Packet>) {
    kind = Kind::packet;
  } else if constexpr (std::same_as<T, RawEvent>) {
    kind = Kind::raw;
  }
  return {T::type, kind, code, &attributes_of<T>, &encode_with<T>, &is_valid_payload<T>};
}

/// One for each type, at an address that never changes.
template <class T>
inline constexpr TypeInfo type_info = make_type_info<T>();

}  // namespace mido::detail
