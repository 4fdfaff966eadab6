// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>

#include "mido/messages/live_length.hpp"
#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"
#include "mido/messages/payload.hpp"

/// From a message's struct to its payload and back, generated from fields().
namespace mido::detail {

/// The status is a constant of the type, and not a value as that of RawEvent.
template <class T>
concept LiveType = requires {
  { &T::status } -> std::convertible_to<const void*>;
  T::fields();
};

/// A meta type with a struct; UnknownMeta is none, its type byte is a value.
template <class T>
concept KnownMetaType = requires {
  { &T::type_byte } -> std::convertible_to<const void*>;
  T::fields();
};

template <class T>
concept MetaType = KnownMetaType<T> || std::same_as<T, UnknownMeta>;

template <class T>
concept FixedSize = requires {
  T::size;
};

// How each attribute type stands on the wire.
template <class Tag, int Min, int Max>
constexpr std::uint64_t to_bits(Bounded<Tag, Min, Max> value) noexcept {
  return static_cast<std::uint64_t>(int{value} - Min);
}
constexpr std::uint64_t to_bits(Denominator value) noexcept { return value.exponent(); }
constexpr std::uint64_t to_bits(FrameRate value) noexcept { return value.code(); }
constexpr std::uint64_t to_bits(Key value) noexcept {
  return (static_cast<std::uint64_t>(value.sharps() & 0xFF) << 8) | (value.is_minor() ? 1U : 0U);
}

/// Each returns false when the bits mean no value.
template <class Tag, int Min, int Max>
constexpr bool from_bits(std::uint64_t bits, Bounded<Tag, Min, Max>& value) noexcept {
  const auto number = static_cast<long long>(bits) + Min;
  value = clamped(number);
  return number <= Max;
}
constexpr bool from_bits(std::uint64_t bits, Denominator& value) noexcept {
  value = Denominator::from_exponent(static_cast<std::uint8_t>(bits));
  return true;
}
constexpr bool from_bits(std::uint64_t bits, FrameRate& value) noexcept {
  value = FrameRate::from_code(static_cast<std::uint8_t>(bits));
  return true;
}
constexpr bool from_bits(std::uint64_t bits, Key& value) noexcept {
  const int byte = static_cast<int>((bits >> 8) & 0xFF);
  const int sharps = byte < 0x80 ? byte : byte - 0x100;  // two's complement
  const int mode = static_cast<int>(bits & 0xFF);
  if (!Key::exists(sharps, mode)) return false;
  value = Key::from_sharps(sharps, mode);
  return true;
}

// What a field that takes the whole payload is as bytes, and how it is filled from them.
inline std::span<const std::uint8_t> to_span(const std::string& text) noexcept {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::span<const std::uint8_t> to_span(const Bytes& bytes) noexcept { return bytes; }
inline std::span<const std::uint8_t> to_span(const DataBytes& bytes) noexcept {
  return bytes.span();
}
inline void from_span(std::span<const std::uint8_t> bytes, std::string& text) {
  text.assign(bytes.begin(), bytes.end());
}
inline void from_span(std::span<const std::uint8_t> bytes, Bytes& out) {
  out.assign(bytes.begin(), bytes.end());
}
inline void from_span(std::span<const std::uint8_t> bytes, DataBytes& out) {
  out = DataBytes(checked(bytes));
}

/// The bits of every field of `value`, on top of `bits`.
template <class T>
constexpr std::uint64_t pack(const T& value, std::uint64_t bits) noexcept {
  std::apply(
      [&](const auto&... fields) {
        ((bits |= fields.place.put(to_bits(value.*fields.member))), ...);
      },
      T::fields());
  return bits;
}

/// Fills the fields from bits; false when a field cannot have that value.
template <class T>
constexpr bool unpack(std::uint64_t bits, T& value) noexcept {
  return std::apply(
      [&](const auto&... fields) {
        return (from_bits(fields.place.get(bits), value.*fields.member) && ...);
      },
      T::fields());
}

template <class T>
consteval std::uint64_t used_bits() {
  std::uint64_t bits = 0;
  std::apply([&](const auto&... fields) { ((bits |= fields.place.mask()), ...); }, T::fields());
  return bits;
}

/// F0, the data, F7. Throws std::length_error beyond what a vector holds.
[[nodiscard]] Payload encode_sysex(std::span<const std::uint8_t> data, Spelling spelling = {});

/// A meta message of any type. Throws ValueError when the payload is longer than a file can say
/// (2^28 - 1 bytes).
[[nodiscard]] Payload encode_meta(std::uint8_t type_byte, std::span<const std::uint8_t> payload);

template <LiveType T>
[[nodiscard]] Payload encode(const T& value) {
  if constexpr (wire_size<T>() == 0) {
    return encode_sysex(to_span(value.data));
  } else {
    const std::uint64_t bits = pack(value, T::status);
    return {static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(bits >> 8),
            static_cast<std::uint8_t>(bits >> 16)};
  }
}

template <KnownMetaType T>
[[nodiscard]] Payload encode(const T& value) {
  if constexpr (FixedSize<T>) {
    const std::uint64_t bits = pack(value, 0);
    std::array<std::uint8_t, T::size> payload{};
    for (std::size_t i = 0; i < T::size; ++i) {
      payload[i] = static_cast<std::uint8_t>(bits >> (8 * (T::size - 1 - i)));
    }
    return encode_meta(T::type_byte, payload);
  } else {
    return encode_meta(T::type_byte, to_span(value.*(std::get<0>(T::fields()).member)));
  }
}

[[nodiscard]] inline Payload encode(const UnknownMeta& value) {
  return encode_meta(static_cast<std::uint8_t>(value.type_byte), value.data);
}

/// Whether the payload is a message of type T.
template <LiveType T>
[[nodiscard]] bool holds(const Payload& payload) noexcept {
  if (payload.kind() != Kind::live) return false;
  constexpr std::uint8_t mask = T::status < first_system_status ? 0xF0 : 0xFF;
  return (payload.code() & mask) == T::status;
}
template <KnownMetaType T>
[[nodiscard]] bool holds(const Payload& payload) noexcept {
  return payload.kind() == Kind::meta && payload.code() == T::type_byte;
}

/// Precondition: holds<T>(payload).
template <LiveType T>
[[nodiscard]] T decode(const Payload& payload) {
  const auto bytes = payload.bytes();
  T value;
  if constexpr (wire_size<T>() == 0) {
    from_span(bytes.subspan(1, bytes.size() - 2), value.data);
  } else {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < wire_size<T>(); ++i) bits |= std::uint64_t{bytes[i]} << (8 * i);
    unpack(bits, value);
  }
  return value;
}

/// Nothing when the bytes are no valid payload of T: a wrong length, an impossible value.
template <KnownMetaType T>
[[nodiscard]] std::optional<T> decode_meta(std::span<const std::uint8_t> bytes) {
  T value;
  if constexpr (FixedSize<T>) {
    if constexpr (requires { T::may_be_empty; }) {
      if (bytes.empty()) return value;
    }
    std::uint64_t bits = 0;
    for (const std::uint8_t byte : bytes.first(std::min(bytes.size(), T::size))) {
      bits = (bits << 8) | byte;
    }
    if (bytes.size() != T::size || (bits & ~used_bits<T>()) != 0 || !unpack(bits, value)) {
      return std::nullopt;
    }
  } else {
    from_span(bytes, value.*(std::get<0>(T::fields()).member));
  }
  return value;
}

/// Whether a meta message of that type may have that payload; an unknown type may have any.
[[nodiscard]] bool is_valid_meta(std::uint8_t type_byte,
                                 std::span<const std::uint8_t> payload) noexcept;

}  // namespace mido::detail
