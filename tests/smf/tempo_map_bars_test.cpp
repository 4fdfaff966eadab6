// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "mido/smf/tempo_map.hpp"

namespace {

using mido::BarBeat;
using mido::Division;
using mido::MidiTrack;
using mido::TempoMap;
using mido::TimeSignature;

TempoMap map_of(const MidiTrack& track, int ticks_per_beat = 480) {
  return {track, Division(mido::checked(ticks_per_beat))};
}

TEST(Bars, AreCountedFromOneAsPeopleDo) {
  const TempoMap map;
  EXPECT_TRUE(map.has_beats());
  EXPECT_EQ(map.position(0), (BarBeat{.bar = 1, .beat = 1, .tick = 0}));
  EXPECT_EQ(map.position(479), (BarBeat{.bar = 1, .beat = 1, .tick = 479}));
  EXPECT_EQ(map.position(480), (BarBeat{.bar = 1, .beat = 2, .tick = 0}));
  EXPECT_EQ(map.position(1920 + 7), (BarBeat{.bar = 2, .beat = 1, .tick = 7}));
}

TEST(Bars, HaveTheBeatsOfTheDenominator) {
  const TempoMap map = map_of({TimeSignature{.numerator = 6, .denominator = 8}});
  EXPECT_EQ(map.position(240 * 5), (BarBeat{.bar = 1, .beat = 6}));
  EXPECT_EQ(map.position(240 * 6), (BarBeat{.bar = 2, .beat = 1}));
  EXPECT_EQ(map.tick({.bar = 3, .beat = 2, .tick = 1}), 240 * 13 + 1);
}

TEST(Bars, FollowEveryTimeSignature) {
  const TempoMap map = map_of({{TimeSignature{.numerator = 3}, 0},
                               {TimeSignature{.numerator = 2, .denominator = 2}, 3 * 480 * 2}});
  EXPECT_EQ(map.time_signatures().size(), 2U);
  EXPECT_EQ(map.time_signature(2879).numerator, 3);
  EXPECT_EQ(map.time_signature(2880).numerator, 2);
  EXPECT_EQ(map.position(2879), (BarBeat{.bar = 2, .beat = 3, .tick = 479}));
  EXPECT_EQ(map.position(2880), (BarBeat{.bar = 3}));
  EXPECT_EQ(map.position(2880 + 960), (BarBeat{.bar = 3, .beat = 2}));
  EXPECT_EQ(map.tick({.bar = 4}), 2880 + 1920);
}

TEST(Bars, AreCutShortByATimeSignature) {
  const TempoMap map = map_of({{TimeSignature{.numerator = 3}, 480 * 5}});
  EXPECT_EQ(map.position(480 * 5 - 1), (BarBeat{.bar = 2, .beat = 1, .tick = 479}));
  EXPECT_EQ(map.position(480 * 5), (BarBeat{.bar = 3}));
  EXPECT_EQ(map.position(480 * 8), (BarBeat{.bar = 4}));
  EXPECT_EQ(map.tick({.bar = 3}), 480 * 5);
}

TEST(Bars, FindEveryTickAgain) {
  const TempoMap map = map_of({{TimeSignature{.numerator = 5, .denominator = 16}, 0},
                               {TimeSignature{.numerator = 7, .denominator = 64}, 101},
                               {TimeSignature{.numerator = 3, .denominator = 256}, 203},
                               {TimeSignature{.numerator = 0, .denominator = 1}, 307},
                               {TimeSignature{.numerator = 4, .denominator = 4}, 409}},
                              25);
  BarBeat last{.bar = 1, .beat = 1, .tick = -1};
  for (std::int64_t tick = 0; tick < 3000; ++tick) {
    const BarBeat position = map.position(tick);
    ASSERT_EQ(map.tick(position), tick);
    ASSERT_GT(position, last);
    last = position;
  }
}

TEST(Bars, KeepTheirPlacesWhenABeatIsNoWholeNumberOfTicks) {
  // A 32nd note is 3.125 ticks, a bar 100.
  const TempoMap map = map_of({TimeSignature{.numerator = 32, .denominator = 32}}, 25);
  EXPECT_EQ(map.tick({.bar = 1, .beat = 2}), 4);
  EXPECT_EQ(map.tick({.bar = 1, .beat = 9}), 25);
  EXPECT_EQ(map.tick({.bar = 1001}), 100000);
  EXPECT_EQ(map.position(25), (BarBeat{.bar = 1, .beat = 9}));
}

TEST(Bars, HaveBeatsOfATickAtLeast) {
  const TempoMap map = map_of(
      {TimeSignature{.numerator = 3, .denominator = mido::Denominator::from_exponent(255)}}, 24);
  EXPECT_EQ(map.position(3), (BarBeat{.bar = 2}));
  EXPECT_EQ(map.position(4), (BarBeat{.bar = 2, .beat = 2}));
}

TEST(Bars, OfNoBeatsAreOfOne) {
  const TempoMap map = map_of({TimeSignature{.numerator = 0}});
  EXPECT_EQ(map.position(960), (BarBeat{.bar = 3}));
}

TEST(Bars, CountOnWhenThereAreNotThatManyBeats) {
  EXPECT_EQ(TempoMap().tick({.bar = 1, .beat = 6}), TempoMap().tick({.bar = 2, .beat = 2}));
  EXPECT_EQ(TempoMap().tick({.bar = 2, .beat = 1, .tick = -1}), 1919);
}

TEST(Bars, BeginWithTheMusic) {
  EXPECT_THROW((void)TempoMap().position(-1), mido::ValueError);
  EXPECT_THROW((void)TempoMap().tick({.bar = 0}), mido::ValueError);
  EXPECT_THROW((void)TempoMap().tick({.bar = 1, .beat = 0}), mido::ValueError);
  EXPECT_THROW((void)TempoMap().tick({.bar = std::int64_t{1} << 31}), mido::ValueError);
}

}  // namespace
