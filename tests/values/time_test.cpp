// SPDX-License-Identifier: MIT
#include "mido/values/time.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

namespace mido {
namespace {

using namespace std::chrono_literals;

constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
constexpr double infinity = std::numeric_limits<double>::infinity();
const double nan = std::nan("");

std::size_t hash(Time time) { return std::hash<Time>{}(time); }

TEST(Time, IsTheIntegerZeroByDefault) {
  EXPECT_FALSE(Time().is_float());
  EXPECT_EQ(Time().ticks(), 0);
}

TEST(Time, KeepsAnIntegerAnIntegerAndAFloatAFloat) {
  EXPECT_FALSE(Time(1).is_float());
  EXPECT_FALSE(Time(std::uint8_t{1}).is_float());
  EXPECT_TRUE(Time(1.0).is_float());
  EXPECT_TRUE(Time(1.0F).is_float());
  EXPECT_EQ(to_string(Time(1)), "1");
  EXPECT_EQ(to_string(Time(1.0)), "1.0");
}

TEST(Time, TakesDurationsAsSeconds) {
  EXPECT_EQ(Time(250ms).seconds(), 0.25);
  EXPECT_TRUE(Time(1s).is_float());
}

TEST(Time, KeepsEveryBitOfAnInteger) {
  for (const std::int64_t ticks :
       {smallest, std::int64_t{-1}, (std::int64_t{1} << 53) + 1, largest}) {
    EXPECT_EQ(Time(ticks).ticks(), ticks);
    EXPECT_EQ(to_string(Time(ticks)), std::to_string(ticks));
  }
}

TEST(Time, RefusesAnUnsignedThatDoesNotFit) {
  EXPECT_EQ(Time(std::uint64_t{1} << 62).ticks(), std::int64_t{1} << 62);
  EXPECT_THAT([] { return Time(std::uint64_t{1} << 63); },
              ::testing::ThrowsMessage<ValueError>(
                  "time must be in range -9223372036854775808..9223372036854775807"));
}

TEST(Time, ComparesByValue) {
  EXPECT_EQ(Time(1), Time(1.0));
  EXPECT_EQ(Time(1.0), Time(1));
  EXPECT_EQ(Time(0), Time(-0.0));
  EXPECT_EQ(Time(0.5), Time(0.5));
  EXPECT_NE(Time(1), Time(2));
  EXPECT_NE(Time(1), Time(1.5));
  EXPECT_NE(Time(0), Time(infinity));
  EXPECT_NE(Time(nan), Time(nan));
  EXPECT_NE(Time(0), Time(nan));
}

TEST(Time, ComparesIntegersThatNoDoubleHoldsExactly) {
  const auto odd = (std::int64_t{1} << 53) + 1;
  EXPECT_NE(Time(odd), Time(static_cast<double>(odd)));
  EXPECT_EQ(Time(odd - 1), Time(static_cast<double>(odd)));
  EXPECT_NE(Time(largest), Time(9223372036854775808.0));
  EXPECT_EQ(Time(smallest), Time(-9223372036854775808.0));
}

TEST(Time, HasEqualHashesWhenEqual) {
  for (const std::int64_t ticks :
       {smallest, std::int64_t{-1}, std::int64_t{0}, std::int64_t{1} << 53}) {
    EXPECT_EQ(hash(Time(ticks)), hash(Time(static_cast<double>(ticks)))) << ticks;
  }
  EXPECT_EQ(hash(Time(0.0)), hash(Time(-0.0)));
  EXPECT_EQ(hash(Time(0.1)), hash(Time(0.1)));
  EXPECT_NE(hash(Time(0.1)), hash(Time(0.2)));
}

TEST(Time, CutsAFloatTowardsZeroAndSaturates) {
  EXPECT_EQ(Time(2.9).ticks(), 2);
  EXPECT_EQ(Time(-2.9).ticks(), -2);
  EXPECT_EQ(Time(1e300).ticks(), largest);
  EXPECT_EQ(Time(9223372036854775808.0).ticks(), largest);
  EXPECT_EQ(Time(-1e300).ticks(), smallest);
  EXPECT_EQ(Time(infinity).ticks(), largest);
  EXPECT_EQ(Time(-infinity).ticks(), smallest);
  EXPECT_EQ(Time(nan).ticks(), 0);
}

TEST(Time, ReadsAsSeconds) {
  EXPECT_EQ(Time(3).seconds(), 3.0);
  EXPECT_EQ(Time(0.25).seconds(), 0.25);
  EXPECT_TRUE(std::isnan(Time(nan).seconds()));
}

TEST(Time, CostsNothingToCopy) {
  static_assert(std::is_trivially_copyable_v<Time>);
  static_assert(Time(1).seconds() == 1.0);
}

struct Spelling {
  double value;
  const char* text;
};

void PrintTo(const Spelling& spelling, std::ostream* out) { *out << spelling.text; }

class FloatText : public ::testing::TestWithParam<Spelling> {};

// What repr() of Python writes.
INSTANTIATE_TEST_SUITE_P(
    , FloatText,
    ::testing::Values(
        Spelling{0.0, "0.0"}, Spelling{-0.0, "-0.0"}, Spelling{1.0, "1.0"}, Spelling{2.5, "2.5"},
        Spelling{0.1, "0.1"}, Spelling{1.0 / 3, "0.3333333333333333"}, Spelling{-0.25, "-0.25"},
        Spelling{100000.0, "100000.0"}, Spelling{1234567.875, "1234567.875"},
        Spelling{1e15, "1000000000000000.0"}, Spelling{9999999999999998.0, "9999999999999998.0"},
        Spelling{1e16, "1e+16"}, Spelling{12345678901234567.0, "1.2345678901234568e+16"},
        Spelling{1e22, "1e+22"}, Spelling{1e23, "1e+23"}, Spelling{1e100, "1e+100"},
        Spelling{0.001, "0.001"}, Spelling{0.0001, "0.0001"}, Spelling{0.00012345, "0.00012345"},
        Spelling{1e-5, "1e-05"}, Spelling{-1.5e-7, "-1.5e-07"}, Spelling{1e-300, "1e-300"},
        Spelling{5e-324, "5e-324"}, Spelling{1.7976931348623157e308, "1.7976931348623157e+308"},
        Spelling{infinity, "inf"}, Spelling{-infinity, "-inf"}, Spelling{nan, "nan"},
        Spelling{-nan, "nan"}));

TEST_P(FloatText, IsThatOfPython) { EXPECT_EQ(to_string(Time(GetParam().value)), GetParam().text); }

TEST(FloatTexts, ReadBackAsTheSameDouble) {
  std::mt19937_64 random(2024);
  for (int i = 0; i < 20000; ++i) {
    const double value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    const std::string text = to_string(Time(value));
    EXPECT_EQ(std::strtod(text.c_str(), nullptr), value) << text;
    EXPECT_NE(text.find_first_of(".e"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace mido
