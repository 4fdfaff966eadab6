// SPDX-License-Identifier: MIT
#include "mido/smf/timed_events.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/midi_file.hpp"

namespace {

using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiTrack;
using mido::NoteOn;
using mido::Seconds;
using mido::SetTempo;
using mido::timed_events;
using mido::TimedEvent;
using mido::TrackEvent;

// Two to six tracks with many equal ticks.
MidiFile random_file(unsigned seed) {
  std::mt19937 generator(seed);
  const auto random = [&] { return static_cast<unsigned>(generator()); };
  MidiFile file(1, 96);
  const unsigned tracks = 2 + random() % 5;
  for (unsigned i = 0; i < tracks; ++i) {
    MidiTrack& track = file.add_track();
    for (unsigned n = random() % 50; n > 0; --n) {
      const int delta = static_cast<int>(random() % 4);
      const auto kind = random() % 8;
      if (kind == 0) track.push_back(SetTempo{.tempo = mido::checked(random() % 900000)}, delta);
      if (kind == 1) track.push_back(EndOfTrack{}, delta);
      if (kind > 1) track.push_back(NoteOn{.note = mido::checked(random() % 128)}, delta);
    }
  }
  return file;
}

TEST(TimedEvents, KnowTheirTickTheirSecondsAndTheirTrack) {
  MidiFile file;
  file.tracks = {MidiTrack{{SetTempo{.tempo = 1000000}, 480}, {NoteOn{.note = 1}, 480}},
                 MidiTrack{{NoteOn{.note = 2}, 720}, {EndOfTrack{}, 480}}};
  EXPECT_EQ(
      timed_events(file),
      (std::vector<TimedEvent>{{480, Seconds(0.5), 0, TrackEvent(SetTempo{.tempo = 1000000}, 480)},
                               {720, Seconds(1.0), 1, TrackEvent(NoteOn{.note = 2}, 720)},
                               {960, Seconds(1.5), 0, TrackEvent(NoteOn{.note = 1}, 480)},
                               {1200, Seconds(2.0), 1, TrackEvent(EndOfTrack{}, 0)}}));
}

TEST(TimedEvents, OfAnEmptyFileAreItsEnd) {
  EXPECT_EQ(timed_events(MidiFile()),
            (std::vector<TimedEvent>{{0, Seconds(0), 0, TrackEvent(EndOfTrack{}, 0)}}));
}

TEST(TimedEvents, AreNoneOfTracksThatDoNotStartTogether) {
  EXPECT_THROW((void)timed_events(MidiFile(2)), mido::ValueError);
}

TEST(TimedEvents, AreThoseOfPlayback) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const MidiFile file = random_file(seed);
    const auto timed = timed_events(file);
    const auto played = file.events();
    ASSERT_EQ(timed.size(), played.size());
    double seconds = 0;
    for (std::size_t i = 0; i < timed.size(); ++i) {
      seconds += played[i].time().seconds();
      ASSERT_NEAR(timed[i].seconds.count(), seconds, 1e-9);
      ASSERT_EQ(timed[i].event.bytes(), played[i].bytes());
    }
    ASSERT_NEAR(file.length().count(), seconds, 1e-9);
  }
}

TEST(TimedEvents, AreSortedByTickThenTrackAndKeepTheOrderOfEachTrack) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const MidiFile file = random_file(seed);
    std::vector<TimedEvent> sorted;
    for (std::size_t i = 0; i < file.tracks.size(); ++i) {
      std::int64_t tick = 0;
      for (const TrackEvent& event : file.tracks[i]) {
        tick += event.time().ticks();
        if (!event.is<EndOfTrack>()) sorted.push_back({tick, {}, i, event});
      }
    }
    std::ranges::stable_sort(sorted, {}, &TimedEvent::tick);
    auto timed = timed_events(file);
    timed.pop_back();
    for (TimedEvent& event : timed) event.seconds = {};
    ASSERT_EQ(timed, sorted);
  }
}

}  // namespace
