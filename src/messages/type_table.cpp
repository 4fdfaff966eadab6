// SPDX-License-Identifier: MIT
#include "messages/type_table.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "mido/messages/base_message.hpp"

namespace mido::detail {

namespace {

// From an attribute's type to a value by name, and back.
template <class Tag, int Min, int Max>
AttributeValue to_value(Bounded<Tag, Min, Max> value) {
  return int{value};
}
AttributeValue to_value(Denominator value) {
  // Up to 2^62 an integer, as far as one goes.
  if (value.exponent() < 63) return std::int64_t{1} << value.exponent();
  return value.value();
}
AttributeValue to_value(Key value) { return value.name(); }
AttributeValue to_value(FrameRate value) {
  const auto whole = static_cast<int>(value.number());
  if (whole == value.number()) return whole;
  return value.number();
}
AttributeValue to_value(const std::string& value) { return value; }
AttributeValue to_value(const Bytes& value) { return value; }
AttributeValue to_value(const DataBytes& value) { return Bytes(value.begin(), value.end()); }
AttributeValue to_value(bool value) { return value ? 1 : 0; }
AttributeValue to_value(std::uint8_t value) { return value; }

template <class Tag, int Min, int Max>
void set_value(Bounded<Tag, Min, Max>& field, const AttributeValue& value) {
  field = checked(value.as_integer());
}
void set_value(Denominator& field, const AttributeValue& value) {
  field = value.is_float() ? Denominator::from_value(value.as_float())
                           : Denominator(checked(value.as_integer()));
}
void set_value(Key& field, const AttributeValue& value) {
  field = checked(std::string_view(value.as_text()));
}
void set_value(FrameRate& field, const AttributeValue& value) {
  field = FrameRate::from_number(value.as_float());
}
void set_value(std::string& field, const AttributeValue& value) { field = value.as_text(); }
void set_value(Bytes& field, const AttributeValue& value) { field = value.as_bytes(); }
void set_value(DataBytes& field, const AttributeValue& value) {
  field = DataBytes(checked(value.as_bytes()));
}
void set_value(bool& field, const AttributeValue& value) { field = value.as_integer() != 0; }
void set_value(std::uint8_t& field, const AttributeValue& value) {
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
constexpr TypeInfo info(Kind kind) {
  return {
      .type = T::type, .kind = kind, .attributes = &attributes_of<T>, .encode = &encode_with<T>};
}

template <class... Live, class... Meta>
constexpr auto make_table(TypeList<Live...>, TypeList<Meta...>) {
  return std::array{info<Live>(Kind::live)..., info<Meta>(Kind::meta)...,
                    info<UnknownMeta>(Kind::meta), info<Packet>(Kind::packet),
                    info<RawEvent>(Kind::raw)};
}

constexpr auto table = make_table(LiveTypes{}, MetaTypes{});
constexpr const TypeInfo& raw_event = table[table.size() - 1];
constexpr const TypeInfo& packet = table[table.size() - 2];
constexpr const TypeInfo& unknown_meta = table[table.size() - 3];

// The type for each status byte, nullptr for those that no message has.
template <class... Live>
consteval auto make_live_index(TypeList<Live...>) {
  std::array<const TypeInfo*, 256> index{};
  const TypeInfo* next = table.data();
  const auto enter = [&](std::uint8_t status) {
    const unsigned channels = status < first_system_status ? 16 : 1;
    for (unsigned i = 0; i < channels; ++i) index[status + i] = next;
    ++next;
  };
  (enter(Live::status), ...);
  return index;
}

// The type for each meta type byte.
template <class... Live, class... Meta>
consteval auto make_meta_index(TypeList<Live...>, TypeList<Meta...>) {
  std::array<const TypeInfo*, 256> index{};
  index.fill(&unknown_meta);
  const TypeInfo* next = table.data() + sizeof...(Live);
  ((index[Meta::type_byte] = next++), ...);
  return index;
}

constexpr auto live_index = make_live_index(LiveTypes{});
constexpr auto meta_index = make_meta_index(LiveTypes{}, MetaTypes{});

[[noreturn]] void throw_unknown_type(std::string_view type) {
  throw ValueError("Unknown message type '" + std::string(type) + "'");
}

}  // namespace

const TypeInfo& type_of(const Payload& payload) noexcept {
  const std::uint8_t code = payload.code();
  if (payload.kind() == Kind::packet) return packet;
  if (payload.kind() == Kind::raw) return raw_event;
  if (payload.kind() == Kind::live) return *live_index[code];
  return is_valid_meta(code, payload.bytes()) ? *meta_index[code] : unknown_meta;
}

const TypeInfo& find_type(std::string_view type) {
  const auto* found = std::ranges::find(table, type, &TypeInfo::type);
  if (found == table.end()) throw_unknown_type(type);
  return *found;
}

const TypeInfo& find_type(Kind kind, std::string_view type) {
  const TypeInfo& found = find_type(type);
  if (found.kind != kind) throw_unknown_type(type);
  return found;
}

Time time_in(Attributes attributes, Time otherwise) {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == "time") otherwise = attribute.value.as_time();
  }
  return otherwise;
}

}  // namespace mido::detail
