// SPDX-License-Identifier: MIT
#include "mido/values/bounded.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

namespace mido {
namespace {

using ::testing::ThrowsMessage;

struct LevelTag {
  static constexpr std::string_view label = "level";
};
using Level = Bounded<LevelTag, -2, 5>;

struct GainTag {
  static constexpr std::string_view label = "gain";
};
using Gain = Bounded<GainTag, -2, 5>;

TEST(Bounded, IsZeroByDefault) { EXPECT_EQ(Level(), 0); }

TEST(Bounded, TakesLiteralsAndReadsAsAnInt) {
  constexpr Level level = -2;
  static_assert(level == -2);
  const int number = level;
  EXPECT_EQ(number, -2);
  EXPECT_EQ(level + 7, 5);
}

TEST(Bounded, ChecksRunTimeValues) {
  for (int n = -2; n <= 5; ++n) EXPECT_EQ(Level(checked(n)), n);
  EXPECT_THAT([] { return Level(checked(6)); },
              ThrowsMessage<ValueError>("level must be in range -2..5"));
  EXPECT_THAT([] { return Level(checked(-3)); },
              ThrowsMessage<ValueError>("level must be in range -2..5"));
}

TEST(Bounded, ClampsRunTimeValues) {
  EXPECT_EQ(Level(clamped(6)), 5);
  EXPECT_EQ(Level(clamped(-3)), -2);
  EXPECT_EQ(Level(clamped(3)), 3);
}

// Each of these would be in range if it were cut to its low bits.
TEST(Bounded, SeesAllBitsOfAWideInteger) {
  EXPECT_THROW(Level(checked(std::int64_t{1} << 32)), ValueError);
  EXPECT_THROW(Level(checked((std::int64_t{1} << 32) + 1)), ValueError);
  EXPECT_THROW(Level(checked(256)), ValueError);
  EXPECT_THROW(Level(checked(std::uint64_t{1} << 63)), ValueError);
  EXPECT_THROW(Level(checked(std::numeric_limits<std::uint64_t>::max())), ValueError);
  EXPECT_THROW(Level(checked(std::numeric_limits<std::int64_t>::min())), ValueError);
  EXPECT_EQ(Level(clamped(std::numeric_limits<std::uint64_t>::max())), 5);
  EXPECT_EQ(Level(clamped(std::numeric_limits<std::int64_t>::min())), -2);
}

TEST(Bounded, TakesEveryWidthOfInteger) {
  EXPECT_EQ(Level(checked(std::uint8_t{5})), 5);
  EXPECT_EQ(Level(checked(std::int8_t{-2})), -2);
  EXPECT_EQ(Level(checked(std::uint16_t{5})), 5);
  EXPECT_EQ(Level(checked(5L)), 5);
  EXPECT_EQ(Level(checked(5ULL)), 5);
}

TEST(Bounded, IsCheckedInConstantExpressionsToo) {
  static_assert(Level(checked(5)) == 5);
  static_assert(Level(clamped(99)) == 5);
}

TEST(Bounded, TakesNoMoreRoomThanItsRange) {
  static_assert(sizeof(Bounded<LevelTag, 0, 255>) == 1);
  static_assert(sizeof(Bounded<LevelTag, 0, 256>) == 2);
  static_assert(sizeof(Bounded<LevelTag, 0, 65535>) == 2);
  static_assert(sizeof(Bounded<LevelTag, -1, 32767>) == 2);
  static_assert(sizeof(Bounded<LevelTag, -1, 32768>) == 4);
  static_assert(sizeof(Bounded<LevelTag, 0, 65536>) == 4);
}

TEST(Bounded, KeepsBothEndsOfItsRange) {
  const auto keeps_ends = []<class T>(T) {
    return int{T(checked(T::min))} == T::min && int{T(checked(T::max))} == T::max;
  };
  EXPECT_TRUE(keeps_ends(Bounded<LevelTag, 0, 255>()));
  EXPECT_TRUE(keeps_ends(Bounded<LevelTag, 0, 65535>()));
  EXPECT_TRUE(keeps_ends(Bounded<LevelTag, -32768, 32767>()));
  EXPECT_TRUE(keeps_ends(Bounded<LevelTag, 0, 16777215>()));
  EXPECT_TRUE(keeps_ends(
      Bounded<LevelTag, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()>()));
}

TEST(Bounded, OfOneKindDoesNotBecomeAnother) {
  EXPECT_THAT([] { return Gain(checked(6)); },
              ThrowsMessage<ValueError>("gain must be in range -2..5"));
  static_assert(!std::is_convertible_v<Level, Gain>);
  static_assert(std::is_convertible_v<Level, int>);
  static_assert(std::is_trivially_copyable_v<Level>);
}

}  // namespace
}  // namespace mido
