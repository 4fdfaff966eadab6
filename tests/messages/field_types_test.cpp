// SPDX-License-Identifier: MIT
#include "mido/messages/field_types.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mido {
namespace {

using ::testing::ThrowsMessage;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(DataBytes, TakesLiteralsAndCheckedBytes) {
  EXPECT_TRUE(DataBytes().empty());
  const DataBytes literals{0, 1, 127};
  const std::vector<std::uint8_t> bytes{0, 1, 127};
  EXPECT_EQ(literals, DataBytes(checked(bytes)));
  EXPECT_TRUE(std::ranges::equal(literals.span(), bytes));
  EXPECT_TRUE(std::ranges::equal(literals, bytes));
  EXPECT_EQ(literals.size(), 3U);
  EXPECT_EQ(literals[2], 127);
}

TEST(DataBytes, TakesRunTimeNumbersOneByOne) {
  const int number = 5;
  EXPECT_EQ((DataBytes{checked(number), clamped(500)}), (DataBytes{5, 127}));
}

TEST(DataBytes, RefusesBytesOver127) {
  const std::vector<std::uint8_t> bytes{1, 128};
  EXPECT_THAT([&] { return DataBytes(checked(bytes)); },
              ThrowsMessage<ValueError>("data byte must be in range 0..127"));
}

TEST(Denominator, TakesPowersOfTwo) {
  static_assert(Denominator(8).exponent() == 3);
  for (int exponent = 0; exponent < 63; ++exponent) {
    const Denominator denominator = checked(std::int64_t{1} << exponent);
    EXPECT_EQ(denominator.exponent(), exponent);
    EXPECT_EQ(denominator.value(), std::ldexp(1.0, exponent));
  }
  const auto thrown = ThrowsMessage<ValueError>("denominator must be a power of 2");
  for (const int number : {0, -1, -2, 3, 6, 7, 100}) {
    EXPECT_THAT([&] { return Denominator(checked(number)); }, thrown) << number;
  }
}

TEST(Denominator, IsReadBackFromItsValueWhateverItsSize) {
  for (int exponent = 0; exponent < 256; ++exponent) {
    const auto denominator = Denominator::from_exponent(static_cast<std::uint8_t>(exponent));
    EXPECT_EQ(Denominator::from_value(denominator.value()), denominator);
  }
  for (const double number : {0.0, 0.5, -2.0, 3.0, 4.5, std::ldexp(1.0, 256), infinity, nan}) {
    EXPECT_THROW(static_cast<void>(Denominator::from_value(number)), ValueError) << number;
  }
}

TEST(Key, HasThirtyNames) {
  std::set<std::string_view> names;
  for (int sharps = -7; sharps <= 7; ++sharps) {
    for (int mode = 0; mode < 2; ++mode) {
      const Key key = Key::from_sharps(sharps, mode);
      EXPECT_EQ(key.sharps(), sharps);
      EXPECT_EQ(key.is_minor(), mode == 1);
      EXPECT_EQ(Key(checked(key.name())), key);
      names.insert(key.name());
    }
  }
  EXPECT_EQ(names, (std::set<std::string_view>{"A",   "A#m", "Ab", "Abm", "Am",  "B",  "Bb", "Bbm",
                                               "Bm",  "C",   "C#", "C#m", "Cb",  "Cm", "D",  "D#m",
                                               "Db",  "Dm",  "E",  "Eb",  "Ebm", "Em", "F",  "F#",
                                               "F#m", "Fm",  "G",  "G#m", "Gb",  "Gm"}));
}

TEST(Key, TakesOnlyItsNames) {
  static_assert(Key("F#m").sharps() == 3);
  static_assert(Key("F#m").is_minor());
  EXPECT_THAT([] { return Key(checked(std::string("H"))); },
              ThrowsMessage<ValueError>("invalid key 'H'"));
  for (const std::string_view name : {"", "c", "Fb", "C ", "Cmm", "E#"}) {
    EXPECT_THROW(Key(checked(name)), ValueError) << name;
  }
  EXPECT_THROW(Key(checked(std::string_view("C\0", 2))), ValueError);
}

TEST(Key, ExistsForSevenSharpsOrFlats) {
  EXPECT_TRUE(Key::exists(-7, 0));
  EXPECT_TRUE(Key::exists(7, 1));
  EXPECT_FALSE(Key::exists(8, 0));
  EXPECT_FALSE(Key::exists(-8, 1));
  EXPECT_FALSE(Key::exists(0, 2));
  EXPECT_FALSE(Key::exists(0, -1));
}

TEST(FrameRate, IsOneOfFour) {
  static_assert(FrameRate(29.97).code() == 2);
  for (std::uint8_t code = 0; code < 4; ++code) {
    const FrameRate rate = FrameRate::from_code(code);
    EXPECT_EQ(rate.code(), code);
    EXPECT_EQ(FrameRate::from_number(rate.number()), rate);
  }
  for (const double number : {0.0, 23.976, 26.0, 29.0, 60.0, nan}) {
    EXPECT_THAT([&] { return FrameRate::from_number(number); },
                ThrowsMessage<ValueError>("frame_rate must be 24, 25, 29.97 or 30"));
  }
}

TEST(FieldTypes, NameThemselvesInErrors) {
  EXPECT_THAT([] { return Channel(checked(16)); },
              ThrowsMessage<ValueError>("channel must be in range 0..15"));
  EXPECT_THAT([] { return Note(checked(200)); },
              ThrowsMessage<ValueError>("data byte must be in range 0..127"));
  EXPECT_THAT([] { return Pitch(checked(8192)); },
              ThrowsMessage<ValueError>("pitchwheel value must be in range -8192..8191"));
  EXPECT_THAT([] { return SongPosition(checked(-1)); },
              ThrowsMessage<ValueError>("song pos must be in range 0..16383"));
  EXPECT_THAT([] { return Tempo(checked(1 << 24)); },
              ThrowsMessage<ValueError>("attribute must be in range 0..16777215"));
}

}  // namespace
}  // namespace mido
