// SPDX-License-Identifier: MIT
#include "mido/messages/encoding.hpp"

namespace mido::detail {

namespace {
constexpr std::size_t longest_meta = (std::size_t{1} << 28) - 1;

template <class T>
bool is_valid(std::span<const std::uint8_t> payload) noexcept {
  if constexpr (FixedSize<T>) {
    return decode_meta<T>(payload).has_value();
  } else {
    return true;
  }
}

using Check = bool (*)(std::span<const std::uint8_t>);

// For each type byte; nullptr where any payload will do.
template <class... Types>
consteval std::array<Check, 256> make_checks(TypeList<Types...>) {
  std::array<Check, 256> checks{};
  const auto enter = [&checks]<class T>(std::type_identity<T>) {
    if constexpr (FixedSize<T>) checks[T::type_byte] = &is_valid<T>;
  };
  (enter(std::type_identity<Types>{}), ...);
  return checks;
}

constexpr auto checks = make_checks(MetaTypes{});

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

bool is_valid_meta(std::uint8_t type_byte, std::span<const std::uint8_t> payload) noexcept {
  const Check check = checks[type_byte];
  return check == nullptr || check(payload);
}

}  // namespace mido::detail
