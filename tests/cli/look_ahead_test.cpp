// SPDX-License-Identifier: MIT
#include "cli/look_ahead.hpp"

#include <gmock/gmock.h>

#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"

namespace mido::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Seconds endless{std::numeric_limits<double>::infinity()};
constexpr Seconds start{0};

std::vector<double> times(const std::vector<Beat>& beats) {
  std::vector<double> result;
  for (const auto& beat : beats) result.push_back(beat.time.count());
  return result;
}

TEST(LookAhead, FindsStartAndEndOfNotes) {
  const std::vector<TrackEvent> events{{NoteOn{.channel = 2, .note = 60}, 0.5},
                                       {NoteOn{.channel = 3, .note = 60}, 0.25},
                                       {NoteOff{.channel = 2, .note = 60}, 0.25},
                                       {NoteOn{.channel = 3, .note = 60, .velocity = 0}, 1.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(5));
  EXPECT_THAT(music.notes(), ElementsAre(TimedNote{Seconds(0.5), Seconds(1), 2, 60},
                                         TimedNote{Seconds(0.75), Seconds(2), 3, 60}));
}

TEST(LookAhead, ReadsNoFurtherThanAsked) {
  const std::vector<TrackEvent> events{{NoteOn{.note = 60}, 1.0}, {NoteOff{.note = 60}, 2.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(0.5));
  EXPECT_THAT(music.notes(), IsEmpty());
  music.move_to(start, Seconds(2));
  EXPECT_THAT(music.notes(), ElementsAre(TimedNote{Seconds(1), endless, 0, 60}));
  music.move_to(start, Seconds(3));
  EXPECT_THAT(music.notes(), ElementsAre(TimedNote{Seconds(1), Seconds(3), 0, 60}));
}

TEST(LookAhead, ForgetsWhatIsOver) {
  const std::vector<TrackEvent> events{
      {NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 1.0}, {EndOfTrack{}, 10.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(2));
  music.move_to(Seconds(1.5), Seconds(2));
  EXPECT_THAT(music.notes(), IsEmpty());
  EXPECT_THAT(times(music.beats()), ElementsAre(1.5));
}

TEST(LookAhead, EndsANoteThatIsStruckAgain) {
  const std::vector<TrackEvent> events{{NoteOn{.note = 60}, 0}, {NoteOn{.note = 60}, 1.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(2));
  EXPECT_THAT(music.notes(), ElementsAre(TimedNote{Seconds(0), Seconds(1), 0, 60},
                                         TimedNote{Seconds(1), endless, 0, 60}));
}

TEST(LookAhead, CountsBeatsInBars) {
  const std::vector<TrackEvent> events{
      {TimeSignature{.numerator = 3}, 0}, {SetTempo{.tempo = 1000000}, 0}, {EndOfTrack{}, 9.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(3.5));
  EXPECT_THAT(music.beats(), ElementsAre(Beat{Seconds(0), true}, Beat{Seconds(1), false},
                                         Beat{Seconds(2), false}, Beat{Seconds(3), true}));
}

TEST(LookAhead, CountsEighthsInSixEight) {
  const std::vector<TrackEvent> events{{TimeSignature{.numerator = 6, .denominator = 8}, 0},
                                       {EndOfTrack{}, 9.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(0.9));
  EXPECT_THAT(times(music.beats()), ElementsAre(0, 0.25, 0.5, 0.75));
}

TEST(LookAhead, FollowsTheTempoWithinABeat) {
  const std::vector<TrackEvent> events{
      {EndOfTrack{}, 0.75}, {SetTempo{.tempo = 1000000}, 0}, {EndOfTrack{}, 9.0}};
  LookAhead music(events);
  music.move_to(start, Seconds(2.5));
  EXPECT_THAT(times(music.beats()), ElementsAre(0, 0.5, 1.25, 2.25));
}

TEST(LookAhead, HasNoBeatsAfterTheEnd) {
  const std::vector<TrackEvent> events{{EndOfTrack{}, 1.2}};
  LookAhead music(events);
  music.move_to(start, Seconds(60));
  EXPECT_THAT(times(music.beats()), ElementsAre(0, 0.5, 1));
}

TEST(LookAhead, LivesWithAbsurdTempos) {
  const std::vector<TrackEvent> events{{SetTempo{.tempo = 0}, 0},
                                       {TimeSignature{.numerator = 0}, 0},
                                       {SetTempo{.tempo = 1}, 0},
                                       {EndOfTrack{}, 1e9}};
  LookAhead music(events);
  music.move_to(start, Seconds(100));
  EXPECT_THAT(times(music.beats()), IsEmpty());
}

}  // namespace
}  // namespace mido::cli
