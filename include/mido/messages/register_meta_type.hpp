// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <string_view>
#include <tuple>

#include "mido/messages/meta_message.hpp"
#include "mido/messages/type_info.hpp"

namespace mido {

namespace detail {

/// What the text format can have as a name.
[[nodiscard]] constexpr bool is_name(std::string_view name) noexcept {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

template <class T>
consteval bool has_good_names() {
  const auto is_free = [](std::string_view name) {
    return is_name(name) && name != "time" && name != "spelling";
  };
  return is_name(T::type) &&
         std::apply([&](const auto&... fields) { return (is_free(fields.name) && ...); },
                    T::fields());
}

/// Whether the fields stand inside of a payload of `size` bytes, or one takes all of it.
template <class T>
consteval bool has_good_places() {
  constexpr auto fields = T::fields();
  if constexpr (FixedSize<T>) {
    constexpr bool all_have_width =
        std::apply([](const auto&... field) { return ((field.place.width > 0) && ...); }, fields);
    return all_have_width && T::size <= 8 && std::bit_width(used_bits<T>()) <= 8 * T::size;
  } else if constexpr (std::tuple_size_v<decltype(fields)> == 1) {
    return std::get<0>(fields).place.width == 0;
  } else {
    return false;
  }
}

/// Makes the type known by its name and type byte. Throws ValueError when the name is that of a
/// message type with another byte. `type` must live for ever.
void register_type(const TypeInfo& type);

}  // namespace detail

/// Makes a meta type of one's own known by name (the manual, "Implementing New Meta Messages"): to
/// type(), attributes(), text, `MetaMessage("light_color", …)` and the checks of the file reader.
/// Its struct looks like those in meta_types.hpp and may stand in any namespace:
///
///     struct LightColor {
///       static constexpr std::string_view type = "light_color";
///       static constexpr std::uint8_t type_byte = 0xF0;
///       static constexpr std::size_t size = 2;  // bytes of the payload, up to 8
///       mido::MetaByte hue = 0;
///       mido::MetaByte light = 0;
///       static constexpr auto fields() {
///         return std::tuple{mido::field("hue", &LightColor::hue, {.shift = 8, .width = 8}),
///                           mido::field("light", &LightColor::light, {.shift = 0, .width = 8})};
///       }
///     };
///
/// A payload of any length has no `size` and one field, `whole_payload`, of std::string or Bytes.
/// By its struct, as in `MetaMessage(LightColor{.hue = 120})` and `get_if<LightColor>()`, a type
/// works without being registered.
///
/// A type byte that has a type already, built in or not, has this one from now on, as in the
/// original; the struct it had before still reads and writes the bytes. Throws ValueError when the
/// name is that of a type with another type byte.
/// Thread-safe: yes. Realtime-safe: no, it locks; whoever looks types up does not.
template <detail::KnownMetaType T>
void register_meta_type() {
  static_assert(detail::has_good_names<T>(),
                "names are of a-z, 0-9 and _, and no field is named time or spelling");
  static_assert(detail::has_good_places<T>(),
                "fields stand inside of `size` bytes, at most 8; or one takes the whole payload");
  detail::register_type(detail::type_info<T>);
}

}  // namespace mido
