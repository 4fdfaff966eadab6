// SPDX-License-Identifier: MIT
// expect: fields stand inside of `size` bytes
#include "mido/messages/register_meta_type.hpp"

struct Own {
  static constexpr std::string_view type = "own";
  static constexpr std::uint8_t type_byte = 0x60;
#ifdef MIDO_CONTROL
  static constexpr std::size_t size = 2;
#else
  static constexpr std::size_t size = 1;
#endif
  mido::MetaByte value = 0;
  static constexpr auto fields() {
    return std::tuple{mido::field("value", &Own::value, {.shift = 8, .width = 8})};
  }
};

void make_known() { mido::register_meta_type<Own>(); }
