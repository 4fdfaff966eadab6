// SPDX-License-Identifier: MIT
#include "mido/smf/tempo_map.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "mido/smf/midi_file.hpp"

namespace {

using mido::BarBeat;
using mido::Division;
using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiTrack;
using mido::Seconds;
using mido::SetTempo;
using mido::TempoChange;
using mido::TempoMap;
using mido::TimeSignature;

double seconds_at(const TempoMap& map, std::int64_t tick) { return map.seconds(tick).count(); }

// 480 ticks a beat: half a second, from tick 480 on a second, from tick 960 on a quarter.
const MidiTrack three_tempos{{SetTempo{.tempo = 1000000}, 480}, {SetTempo{.tempo = 250000}, 480}};

TEST(TempoMap, Is120BeatsAMinuteIn44UnlessToldOtherwise) {
  const TempoMap map;
  EXPECT_EQ(seconds_at(map, 960), 1.0);
  EXPECT_EQ(map.tempo(7), 500000);
  EXPECT_EQ(map.time_signature(7), TimeSignature());
  EXPECT_EQ(map.position(4 * 480), (BarBeat{.bar = 2}));
}

TEST(TempoMap, FollowsEveryTempo) {
  const TempoMap map(three_tempos, Division());
  EXPECT_EQ(seconds_at(map, 240), 0.25);
  EXPECT_EQ(seconds_at(map, 480), 0.5);
  EXPECT_EQ(seconds_at(map, 720), 1.0);
  EXPECT_EQ(seconds_at(map, 960), 1.5);
  EXPECT_EQ(seconds_at(map, 1440), 1.75);
  EXPECT_EQ(map.tempo(479), 500000);
  EXPECT_EQ(map.tempo(480), 1000000);
  EXPECT_EQ(map.tempo(99999), 250000);
}

TEST(TempoMap, ListsTheTemposFromTheBeginning) {
  const TempoMap map(three_tempos, Division());
  const std::vector<TempoChange> tempos(map.tempos().begin(), map.tempos().end());
  EXPECT_EQ(tempos, (std::vector<TempoChange>{{0, 500000}, {480, 1000000}, {960, 250000}}));
}

TEST(TempoMap, TakesTheLastOfSeveralTemposAtOneTick) {
  MidiFile file;
  file.add_track().push_back(SetTempo{.tempo = 1}, 480);
  file.tracks[0].push_back(SetTempo{.tempo = 2}, 0);
  file.add_track().push_back(SetTempo{.tempo = 3}, 480);
  file.add_track().push_back(SetTempo{.tempo = 4}, 0);
  const TempoMap map(file);
  const std::vector<TempoChange> tempos(map.tempos().begin(), map.tempos().end());
  EXPECT_EQ(tempos, (std::vector<TempoChange>{{0, 4}, {480, 3}}));
}

TEST(TempoMap, FindsTheNearestTickOfATime) {
  const TempoMap map(three_tempos, Division());
  EXPECT_EQ(map.tick(Seconds(0.5)), 480);
  EXPECT_EQ(map.tick(Seconds(1.0)), 720);
  EXPECT_EQ(map.tick(Seconds(1.0 + 0.4 / 480)), 720);
  EXPECT_EQ(map.tick(Seconds(1.0 + 0.6 / 480)), 721);
  EXPECT_EQ(map.tick(Seconds(1.75)), 1440);
}

TEST(TempoMap, FindsEveryTickAgain) {
  MidiTrack track;
  for (int i = 1; i < 400; ++i) track.push_back(SetTempo{.tempo = mido::checked(i * 997)}, i % 7);
  const TempoMap map(track, 32767);
  for (std::int64_t tick = 0; tick < 3000; ++tick) {
    ASSERT_EQ(map.tick(map.seconds(tick)), tick);
  }
}

TEST(TempoMap, GoesOnBeforeTheBeginningAsItBegins) {
  const TempoMap map(three_tempos, Division());
  EXPECT_EQ(seconds_at(map, -960), -1.0);
  EXPECT_EQ(map.tick(Seconds(-1)), -960);
}

TEST(TempoMap, StandsStillWhileTheTempoIsZero) {
  const TempoMap map({{SetTempo{.tempo = 0}, 480}, {SetTempo{}, 480}, {SetTempo{.tempo = 0}, 480}},
                     Division());
  EXPECT_EQ(seconds_at(map, 700), 0.5);
  EXPECT_EQ(seconds_at(map, 960), 0.5);
  EXPECT_EQ(map.tick(Seconds(0.5)), 960);
  EXPECT_EQ(map.tick(Seconds(99)), 1440);
}

TEST(TempoMap, DoesNotDriftOverAMillionTempos) {
  MidiTrack track;
  for (int i = 0; i < 500000; ++i) {
    track.push_back(SetTempo{.tempo = 333333}, 1);
    track.push_back(SetTempo{.tempo = 333334}, 1);
  }
  const TempoMap map(track, 7);  // a tick is no whole number of microseconds
  const double exact = (500000 + 499999 * 333334.0 + 500000 * 333333.0) / 7e6;
  EXPECT_NEAR(seconds_at(map, 1000000), exact, 1e-9);
}

TEST(TempoMap, HoldsAnAbsurdlyLongSong) {
  MidiTrack track{SetTempo{.tempo = 16777215}};
  for (int i = 0; i < 5000; ++i) track.push_back(SetTempo{.tempo = 16777215}, 0x0FFFFFFF);
  const std::int64_t end = 5000 * std::int64_t{0x0FFFFFFF};
  EXPECT_DOUBLE_EQ(seconds_at(TempoMap(track, 1), end), 16.777215 * static_cast<double>(end));
}

TEST(TempoMap, AnswersAnyTime) {
  const TempoMap map;
  EXPECT_GT(map.tick(Seconds(1e300)), std::int64_t{1} << 60);
  EXPECT_LT(map.tick(Seconds(-1e300)), -(std::int64_t{1} << 60));
  EXPECT_EQ(map.tick(Seconds(std::numeric_limits<double>::quiet_NaN())), 0);
}

TEST(TempoMap, AgreesWithPlayback) {
  MidiFile file(1, 96);
  file.add_track();
  for (int i = 0; i < 1000; ++i) {
    file.tracks[0].push_back(SetTempo{.tempo = mido::checked(400000 + 7919 * i % 300000)}, i % 13);
  }
  file.add_track().push_back(EndOfTrack{}, 12345);
  EXPECT_NEAR(seconds_at(TempoMap(file), 12345), file.length().count(), 1e-9);
}

TEST(TempoMap, OfAType2FileIsThatOfATrack) {
  MidiFile file(2);
  file.add_track();
  file.tracks.push_back(three_tempos);
  EXPECT_THROW(TempoMap{file}, mido::ValueError);
  EXPECT_EQ(seconds_at(TempoMap(file.tracks[0], file.division), 960), 1.0);
  EXPECT_EQ(seconds_at(TempoMap(file.tracks[1], file.division), 960), 1.5);
}

TEST(TempoMapOfSmpte, IsOfRealSecondsWhateverTheTempo) {
  EXPECT_EQ(seconds_at(TempoMap(three_tempos, Division::smpte(24, 4)), 960), 10.0);
  EXPECT_EQ(seconds_at(TempoMap(three_tempos, Division::smpte(25, 40)), 1001), 1.001);
  EXPECT_EQ(seconds_at(TempoMap(three_tempos, Division::smpte(30, 80)), 2400), 1.0);
}

TEST(TempoMapOfSmpte, Counts30FramesIn1001MillisecondsForDropFrame) {
  const TempoMap map(MidiTrack{}, Division::smpte(29.97, 100));
  EXPECT_EQ(seconds_at(map, 3000), 1.001);
  // Drop frame leaves out the numbers of 108 frames an hour: 107892 are 3599.9964 s.
  EXPECT_NEAR(seconds_at(map, 107892 * 100), 3599.9964, 1e-9);
  EXPECT_EQ(map.tick(Seconds(3599.9964)), 107892 * 100);
}

TEST(TempoMapOfSmpte, HasNoBarsAndBeats) {
  const TempoMap map(three_tempos, Division::smpte(25, 40));
  EXPECT_FALSE(map.has_beats());
  EXPECT_THROW((void)map.position(0), mido::ValueError);
  EXPECT_THROW((void)map.tick(BarBeat{}), mido::ValueError);
}

}  // namespace
