// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "mido/smf/midi_file.hpp"

namespace mido {
namespace {

MidiFile song() { return MidiFile(MIDO_SOURCE_DIR "/examples/song.mid"); }

struct Played {
  std::int64_t tick;
  int note;
  friend bool operator==(const Played&, const Played&) = default;
};

// The notes of a track, with ticks from the first one.
std::vector<Played> melody(const MidiTrack& track) {
  std::vector<Played> notes;
  std::int64_t now = 0;
  for (const auto& event : track) {
    now += event.time().ticks();
    if (const auto on = event.get_if<NoteOn>()) notes.push_back({now, on->note});
  }
  const std::int64_t first = notes.empty() ? 0 : notes.front().tick;
  for (auto& note : notes) note.tick -= first;
  return notes;
}

TEST(ExampleSong, LastsHalfAMinuteOrMore) { EXPECT_GE(song().length(), Seconds(30)); }

TEST(ExampleSong, HasThreeVoicesOrMore) {
  std::set<int> channels;
  for (const auto& event : song().events()) {
    if (const auto on = event.get_if<NoteOn>()) channels.insert(on->channel);
  }
  EXPECT_GE(channels.size(), 3U);
}

TEST(ExampleSong, IsACanonOfThreeViolins) {
  const auto file = song();
  auto leader = melody(file.tracks.at(1));
  for (const std::size_t follower : {2U, 3U}) {
    auto notes = melody(file.tracks.at(follower));
    ASSERT_GT(notes.size(), 100U);
    notes.pop_back();  // all stop together, on a note of the last chord
    leader.resize(notes.size());
    EXPECT_EQ(notes, leader);
  }
}

TEST(ExampleSong, EndsEveryNoteTwoSecondsBeforeItsOwnEnd) {
  std::map<std::pair<int, int>, int> sounding;
  Seconds now{};
  Seconds last_note_off{};
  for (const auto& event : song().events()) {
    now += Seconds(event.time().seconds());
    if (const auto on = event.get_if<NoteOn>()) {
      EXPECT_EQ(++sounding[std::pair(on->channel, on->note)], 1) << now.count();
    } else if (const auto off = event.get_if<NoteOff>()) {
      EXPECT_EQ(--sounding[std::pair(off->channel, off->note)], 0) << now.count();
      last_note_off = now;
    }
  }
  EXPECT_GE(now - last_note_off, Seconds(2));
  EXPECT_LE(now - last_note_off, Seconds(3));
}

}  // namespace
}  // namespace mido
