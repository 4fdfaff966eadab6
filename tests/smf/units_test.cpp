// SPDX-License-Identifier: MIT
#include "mido/smf/units.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace {

using mido::bpm2tempo;
using mido::second2tick;
using mido::Seconds;
using mido::tempo2bpm;
using mido::tick2second;

// Where EXPECT_EQ compares floating-point numbers, they are what mido 1.3.3 answers, to the bit.

TEST(Tick2Second, MeasuresTicksByTheTempo) {
  EXPECT_EQ(tick2second(1, 100, 500000).count(), 0.005);
  EXPECT_EQ(tick2second(100, 100, 500000).count(), 0.5);
  EXPECT_EQ(tick2second(1, 480, 500000).count(), 0.0010416666666666667);
  EXPECT_EQ(tick2second(12345678, 96, 461538).count(), 59354.161799625006);
  EXPECT_EQ(tick2second(-7, 3, 1).count(), -2.333333333333333e-06);
}

TEST(Second2Tick, TakesTheNearestTickAndOfTwoTheEvenOne) {
  EXPECT_EQ(second2tick(Seconds(0.001), 100, 500000), 0);
  EXPECT_EQ(second2tick(Seconds(0.004), 100, 500000), 1);
  EXPECT_EQ(second2tick(Seconds(0.5), 1, 1000000), 0);
  EXPECT_EQ(second2tick(Seconds(1.5), 1, 1000000), 2);
  EXPECT_EQ(second2tick(Seconds(2.5), 1, 1000000), 2);
  EXPECT_EQ(second2tick(Seconds(-1.5), 1, 1000000), -2);
}

TEST(Second2Tick, IsTheReverseOfTick2Second) {
  for (const std::int64_t tick : {0, 1, 479, 480, 99999, 268435455}) {
    EXPECT_EQ(second2tick(tick2second(tick, 480, 499999), 480, 499999), tick);
  }
}

TEST(Second2Tick, RefusesWhatIsNoTick) {
  EXPECT_THROW((void)second2tick(Seconds(1), 480, 0), mido::ValueError);
  EXPECT_THROW((void)second2tick(Seconds(1e300), 480, 1), mido::ValueError);
  EXPECT_THROW((void)second2tick(Seconds(std::numeric_limits<double>::quiet_NaN()), 480, 1),
               mido::ValueError);
}

TEST(Units, RefuseABeatWithoutTicks) {
  EXPECT_THROW((void)tick2second(1, 0, 500000), mido::ValueError);
  EXPECT_THROW((void)second2tick(Seconds(1), -24, 500000), mido::ValueError);
}

TEST(Bpm2Tempo, RoundsToMicroseconds) {
  EXPECT_EQ(bpm2tempo(60), 1000000);
  EXPECT_EQ(bpm2tempo(120), 500000);
  EXPECT_EQ(bpm2tempo(240), 250000);
  EXPECT_EQ(bpm2tempo(128), 468750);
  EXPECT_EQ(bpm2tempo(137.7), 435730);
  EXPECT_EQ(bpm2tempo(24e6), 2);  // from 2.5
}

TEST(Bpm2Tempo, CountsTheBeatsOfTheTimeSignature) {
  EXPECT_EQ(bpm2tempo(60, {6, 8}), 2000000);
  EXPECT_EQ(bpm2tempo(120, {2, 2}), 250000);
  EXPECT_EQ(bpm2tempo(120, {.numerator = 3, .denominator = 16}), 2000000);
}

TEST(Bpm2Tempo, RefusesWhatIsNoTempo) {
  EXPECT_THROW((void)bpm2tempo(3.5), mido::ValueError);
  EXPECT_THROW((void)bpm2tempo(0), mido::ValueError);
  EXPECT_THROW((void)bpm2tempo(-120), mido::ValueError);
  EXPECT_THROW((void)bpm2tempo(std::numeric_limits<double>::quiet_NaN()), mido::ValueError);
}

TEST(Tempo2Bpm, MayBeAFraction) {
  EXPECT_EQ(tempo2bpm(250000), 240.0);
  EXPECT_EQ(tempo2bpm(500000), 120.0);
  EXPECT_EQ(tempo2bpm(1000000), 60.0);
  EXPECT_EQ(tempo2bpm(461538), 130.00013000013);
  EXPECT_EQ(tempo2bpm(500000, {6, 8}), 240.0);
}

TEST(Tempo2Bpm, IsInfiniteForTempoZero) {
  EXPECT_EQ(tempo2bpm(0), std::numeric_limits<double>::infinity());
}

}  // namespace
