// SPDX-License-Identifier: MIT
#include "cli/take.hpp"

#include <gmock/gmock.h>

#include <chrono>

#include "mido/smf/print_tracks.hpp"

namespace mido::cli {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

constexpr Timestamp zero = 1000h;

std::vector<TrackEvent> events_of(const MidiTrack& track) { return {track.begin(), track.end()}; }

TEST(Take, HasATrackForTheTempoAndOneForEachPort) {
  Take take({.tempo = 600000, .time_signature = {.numerator = 3}, .ticks_per_beat = 96});
  take.begin(zero);
  EXPECT_TRUE(take.add(1, "Pads", NoteOn{.note = 36}, zero + 600ms));
  EXPECT_TRUE(take.add(0, "Keys", NoteOn{.note = 60}, zero + 300ms));
  EXPECT_TRUE(take.add(1, "Pads", NoteOff{.note = 36}, zero + 900ms));
  EXPECT_TRUE(take.add(0, "Keys", NoteOn{.note = 60, .velocity = 0}, zero + 1200ms));
  const MidiFile file = take.file(zero + 1800ms);
  ASSERT_EQ(file.tracks.size(), 3U);
  EXPECT_THAT(events_of(file.tracks[0]), ElementsAre(TrackEvent(SetTempo{.tempo = 600000}),
                                                     TrackEvent(TimeSignature{.numerator = 3}),
                                                     TrackEvent(EndOfTrack{}, 288)));
  EXPECT_THAT(events_of(file.tracks[1]),
              ElementsAre(TrackEvent(TrackName{.name = "Keys"}), TrackEvent(NoteOn{.note = 60}, 48),
                          TrackEvent(NoteOn{.note = 60, .velocity = 0}, 144),
                          TrackEvent(EndOfTrack{}, 96)));
  EXPECT_THAT(events_of(file.tracks[2]),
              ElementsAre(TrackEvent(TrackName{.name = "Pads"}), TrackEvent(NoteOn{.note = 36}, 96),
                          TrackEvent(NoteOff{.note = 36}, 48), TrackEvent(EndOfTrack{}, 144)));
  EXPECT_EQ(take.notes(), 2U);
}

TEST(Take, DoesNotDriftInHours) {
  Take take({.tempo = 333333, .time_signature = {}, .ticks_per_beat = 480});
  take.begin(zero);
  constexpr int notes = 36000;
  const auto moment = [](int note) { return zero + note * 333ms; };
  for (int note = 0; note < notes; ++note) take.add(0, "Keys", NoteOn{.note = 60}, moment(note));
  const MidiFile file = take.file(moment(notes));
  std::int64_t tick = 0;
  int note = 0;
  for (const auto& event : file.tracks[1]) {
    tick += event.time().ticks();
    if (!event.is<NoteOn>()) continue;
    const double exact = note++ * 333.0 * 480 / 333.333;
    ASSERT_NEAR(static_cast<double>(tick), exact, 0.51) << note;
  }
  EXPECT_EQ(note, notes);
}

TEST(Take, EndsNotesThatStillSound) {
  Take take({});
  take.begin(zero);
  take.add(0, "Keys", NoteOn{.channel = 3, .note = 60}, zero);
  EXPECT_EQ(take.held(), 1U);
  EXPECT_THAT(
      events_of(take.file(zero + 1s).tracks[1]),
      ElementsAre(TrackEvent(TrackName{.name = "Keys"}),
                  TrackEvent(NoteOn{.channel = 3, .note = 60}),
                  TrackEvent(NoteOff{.channel = 3, .note = 60}, 960), TrackEvent(EndOfTrack{})));
  take.add(0, "Keys", NoteOff{.channel = 3, .note = 60}, zero + 1s);
  EXPECT_EQ(take.held(), 0U);
}

TEST(Take, HoldsWhatAFileCan) {
  Take take({});
  take.begin(zero);
  EXPECT_TRUE(take.add(0, "Keys", Sysex{.data = {1, 2, 3}}, zero));
  for (const Message& message : {Message(Clock{}), Message(ActiveSensing{}), Message(SongPos{})}) {
    EXPECT_FALSE(take.add(0, "Keys", message, zero));
  }
  EXPECT_THAT(events_of(take.file(zero).tracks[1]),
              ElementsAre(TrackEvent(TrackName{.name = "Keys"}),
                          TrackEvent(Sysex{.data = {1, 2, 3}}), TrackEvent(EndOfTrack{})));
}

TEST(Take, CanHoldSilenceOfDays) {
  Take take({.tempo = 100000, .time_signature = {}, .ticks_per_beat = 32767});
  take.begin(zero);
  take.add(0, "Keys", NoteOn{.note = 60}, zero);
  take.add(0, "Keys", NoteOff{.note = 60}, zero + 48h);
  const auto file = MidiFile::from_bytes(take.file(zero + 96h).to_bytes());
  EXPECT_NEAR(file.length().count(), 96 * 3600, 0.001);
}

}  // namespace
}  // namespace mido::cli
