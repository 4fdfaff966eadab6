// SPDX-License-Identifier: MIT
#include "mido/smf/playback.hpp"

#include <gtest/gtest.h>

#include <stop_token>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/midi_file.hpp"
#include "support/fake_clock.hpp"

namespace {

using mido::EndOfTrack;
using mido::Message;
using mido::MidiFile;
using mido::NoteOn;
using mido::Seconds;
using mido::SetTempo;
using mido::TrackEvent;
using mido::testing::FakeClock;

MidiFile three_notes() {
  MidiFile file;
  auto& track = file.add_track();
  track.push_back(NoteOn{.note = 1}, 480);
  track.push_back(SetTempo{.tempo = 250000}, 240);
  track.push_back(NoteOn{.note = 2}, 240);
  track.push_back(NoteOn{.note = 3}, 0);
  track.push_back(EndOfTrack{}, 960);
  return file;
}

TEST(Playback, GivesEachMessageWhenItsTimeHasCome) {
  FakeClock clock;
  std::vector<Message> messages;
  std::vector<double> times;
  for (const Message& message : three_notes().play({.clock = &clock})) {
    messages.push_back(message);
    times.push_back(clock.elapsed().count());
  }
  EXPECT_EQ(messages,
            (std::vector<Message>{
                {NoteOn{.note = 1}, 0.5}, {NoteOn{.note = 2}, 0.375}, {NoteOn{.note = 3}, 0.0}}));
  EXPECT_EQ(times, (std::vector<double>{0.5, 0.875, 0.875}));
}

TEST(Playback, LastsUntilTheEndOfTheTrack) {
  FakeClock clock;
  for ([[maybe_unused]] const auto& event : three_notes().play({.clock = &clock})) {
  }
  EXPECT_DOUBLE_EQ(clock.elapsed().count(), 1.375);
}

TEST(Playback, GivesAllEventsWhenAsked) {
  FakeClock clock;
  std::vector<TrackEvent> events;
  for (const auto& event : three_notes().play_events({.clock = &clock})) {
    events.push_back(event);
  }
  ASSERT_EQ(events.size(), 5U);
  EXPECT_EQ(events[1], TrackEvent(SetTempo{.tempo = 250000}, 0.25));
  EXPECT_EQ(events[4], TrackEvent(EndOfTrack{}, 0.5));
}

TEST(Playback, DoesNotDriftWhenTheListenerIsSlow) {
  FakeClock clock;
  std::vector<double> times;
  for ([[maybe_unused]] const auto& event : three_notes().play({.clock = &clock})) {
    times.push_back(clock.elapsed().count());
    clock.advance(Seconds(0.2));
  }
  // The second note is in time; the third comes as soon as the listener is ready for it.
  ASSERT_EQ(times.size(), 3U);
  EXPECT_DOUBLE_EQ(times[0], 0.5);
  EXPECT_DOUBLE_EQ(times[1], 0.875);
  EXPECT_NEAR(times[2], 0.875 + 0.2, 1e-9);
}

TEST(Playback, DoesNotDriftOverAMillionEvents) {
  MidiFile file(0, 960);
  auto& track = file.add_track();
  for (int i = 0; i < 1000000; ++i) track.push_back(NoteOn{}, 1);
  FakeClock clock;
  for ([[maybe_unused]] const auto& event : file.play({.clock = &clock})) {
  }
  EXPECT_NEAR(clock.elapsed().count(), 1000000 * 0.5 / 960, 1e-6);
}

TEST(Playback, EndsWhenItIsStopped) {
  FakeClock clock;
  std::stop_source stop;
  int count = 0;
  for ([[maybe_unused]] const auto& event :
       three_notes().play({.clock = &clock, .stop = stop.get_token()})) {
    ++count;
    stop.request_stop();
  }
  EXPECT_EQ(count, 1);
  EXPECT_DOUBLE_EQ(clock.elapsed().count(), 0.5);
}

TEST(Playback, PutsTogetherASysexThatIsSplitOverEvents) {
  MidiFile file;
  auto& track = file.add_track();
  track.push_back(mido::Packet{.starts_sysex = true, .data = {1, 2}}, 480);
  track.push_back(mido::Packet{.starts_sysex = false, .data = {3}}, 480);
  track.push_back(mido::Packet{.starts_sysex = false, .data = {4, 0xF7}}, 480);
  track.push_back(mido::Packet{.starts_sysex = false, .data = {0xF8, 0xFA}}, 480);  // an escape
  FakeClock clock;
  std::vector<Message> messages;
  for (const Message& message : file.play({.clock = &clock})) messages.push_back(message);
  EXPECT_EQ(messages, (std::vector<Message>{{mido::Sysex{.data = {1, 2, 3, 4}}, 1.5},
                                            {mido::Clock{}, 0.5},
                                            {mido::Start{}, 0.0}}));
}

TEST(Playback, OfAnEmptyFileIsOver) {
  FakeClock clock;
  for (const auto& event : MidiFile().play({.clock = &clock})) FAIL() << event;
}

}  // namespace
