// SPDX-License-Identifier: MIT
#include "mido/messages/field.hpp"

#include <gtest/gtest.h>

namespace mido {
namespace {

TEST(Place, PutsAValueAmongTheBitsAndGetsItBack) {
  constexpr Place place{.shift = 12, .width = 3};
  static_assert(place.mask() == 0x7000);
  static_assert(place.put(5) == 0x5000);
  static_assert(place.get(0xABCDE) == 3);
}

TEST(Place, SpreadsFourteenBitsOverTwoDataBytes) {
  static_assert(both_data_bytes.mask() == 0x7F7F00);
  static_assert(both_data_bytes.put(0x3FFF) == 0x7F7F00);
  static_assert(both_data_bytes.put(1) == 0x000100);
  static_assert(both_data_bytes.put(128) == 0x010000);
  for (unsigned value = 0; value < 1U << 14; ++value) {
    const auto bits = both_data_bytes.put(value);
    EXPECT_EQ(bits & 0x8080FF, 0U);
    EXPECT_EQ(both_data_bytes.get(bits | 0x8080FF), value);
  }
}

}  // namespace
}  // namespace mido
