// SPDX-License-Identifier: MIT
#include "mido/smf/midi_track.hpp"

#include <gtest/gtest.h>

#include <array>
#include <ranges>
#include <vector>

#include "mido/codec/text.hpp"

namespace {

using mido::EndOfTrack;
using mido::Message;
using mido::MidiTrack;
using mido::NoteOn;
using mido::TrackEvent;
using mido::TrackName;

TEST(MidiTrack, IsAListOfEvents) {
  MidiTrack track;
  EXPECT_TRUE(track.empty());
  track.push_back(NoteOn{.note = 1});
  track.push_back(NoteOn{.note = 2}, 10);
  track.push_back(Message("clock"));
  track.insert(track.begin(), TrackName{.name = "x"});
  EXPECT_EQ(track.size(), 4U);
  EXPECT_EQ(track[2], TrackEvent(NoteOn{.note = 2}, 10));
  track.erase(track.begin());
  EXPECT_EQ(track[0]["note"], 1);
  EXPECT_EQ(track.back().type(), "clock");
  track.clear();
  EXPECT_EQ(track, MidiTrack());
}

TEST(MidiTrack, IsMadeOfAnyRangeOfMessages) {
  const std::vector<Message> messages = {NoteOn{.note = 1}, NoteOn{.note = 2}};
  const MidiTrack track(messages.begin(), messages.end());
  EXPECT_EQ(track, (MidiTrack{NoteOn{.note = 1}, NoteOn{.note = 2}}));
}

TEST(MidiTrack, IsAtBothEnds) {
  MidiTrack track{NoteOn{.note = 1}, NoteOn{.note = 2}, NoteOn{.note = 3}};
  EXPECT_EQ(track.front()["note"], 1);
  track.pop_back();
  EXPECT_EQ(track.back()["note"], 2);
  track.erase(track.begin(), track.end());
  EXPECT_TRUE(track.empty());
}

TEST(MidiTrack, IsExtendedByMessages) {
  MidiTrack track{NoteOn{.note = 1}};
  track.extend(std::vector<Message>{NoteOn{.note = 2}, Message("clock")});
  track.extend(MidiTrack{EndOfTrack{}, mido::Text{}} | std::views::take(1));
  EXPECT_EQ(track,
            (MidiTrack{NoteOn{.note = 1}, NoteOn{.note = 2}, Message("clock"), EndOfTrack{}}));
}

TEST(MidiTrack, IsConcatenatedAndRepeated) {
  const MidiTrack one{NoteOn{.note = 1}};
  const MidiTrack two{NoteOn{.note = 2}};
  EXPECT_EQ(one + two, (MidiTrack{NoteOn{.note = 1}, NoteOn{.note = 2}}));
  EXPECT_EQ(two * 3, two + two + two);
  EXPECT_EQ(two * 0, MidiTrack());
  MidiTrack doubled = one + two;
  doubled += doubled;
  EXPECT_EQ(doubled, (one + two) * 2);
}

TEST(MidiTrack, IsSlicedAsFarAsItGoes) {
  const MidiTrack track{{NoteOn{.note = 1}, 5}, {NoteOn{.note = 2}, 6}, {NoteOn{.note = 3}, 7}};
  EXPECT_EQ(track.slice(1, 2), (MidiTrack{{NoteOn{.note = 2}, 6}}));
  EXPECT_EQ(track.slice(1), (MidiTrack{{NoteOn{.note = 2}, 6}, {NoteOn{.note = 3}, 7}}));
  EXPECT_EQ(track.slice(0, 99), track);
  EXPECT_EQ(track.slice(2, 1), MidiTrack());
  EXPECT_EQ(track.slice(9), MidiTrack());
}

TEST(MidiTrack, HasAbsoluteTicks) {
  EXPECT_EQ(mido::absolute_ticks({{NoteOn{}, 5}, {NoteOn{}, 0}, {EndOfTrack{}, 7}}),
            (std::vector<std::int64_t>{5, 5, 12}));
}

TEST(MidiTrack, HasTheNameOfItsFirstTrackName) {
  EXPECT_EQ(MidiTrack().name(), "");
  EXPECT_EQ((MidiTrack{NoteOn{}, TrackName{.name = "a"}, TrackName{.name = "b"}}).name(), "a");
}

TEST(MidiTrack, ChangesOrAddsItsName) {
  MidiTrack track{{NoteOn{}, 3}, {TrackName{.name = "a"}, 5}};
  track.set_name("b");
  EXPECT_EQ(track, (MidiTrack{{NoteOn{}, 3}, {TrackName{.name = "b"}, 5}}));
  MidiTrack unnamed{{NoteOn{}, 3}};
  unnamed.set_name("c");
  EXPECT_EQ(unnamed, (MidiTrack{{TrackName{.name = "c"}, 0}, {NoteOn{}, 3}}));
}

TEST(MergeTracks, OrdersByTimeAndKeepsTheOrderOfTheTracks) {
  const std::array tracks = {MidiTrack{{NoteOn{.note = 1}, 10}, {NoteOn{.note = 2}, 10}},
                             MidiTrack{{NoteOn{.note = 3}, 10}, {NoteOn{.note = 4}, 5}}};
  EXPECT_EQ(mido::merge_tracks(tracks), (MidiTrack{{NoteOn{.note = 1}, 10},
                                                   {NoteOn{.note = 3}, 0},
                                                   {NoteOn{.note = 4}, 5},
                                                   {NoteOn{.note = 2}, 5},
                                                   {EndOfTrack{}, 0}}));
}

TEST(MergeTracks, MakesOneEndOfTrackOfAll) {
  const std::array tracks = {MidiTrack{{EndOfTrack{}, 30}},
                             MidiTrack{{EndOfTrack{}, 5}, {NoteOn{.note = 1}, 5}}};
  EXPECT_EQ(mido::merge_tracks(tracks), (MidiTrack{{NoteOn{.note = 1}, 10}, {EndOfTrack{}, 20}}));
}

TEST(MergeTracks, PutsInOrderWhatNegativeDeltaTimesDidNot) {
  const std::array tracks = {
      MidiTrack{{NoteOn{.note = 1}, 20}, {NoteOn{.note = 2}, -15}, {NoteOn{.note = 3}, 1}},
      MidiTrack{{NoteOn{.note = 4}, 10}}};
  EXPECT_EQ(mido::merge_tracks(tracks), (MidiTrack{{NoteOn{.note = 2}, 5},
                                                   {NoteOn{.note = 3}, 1},
                                                   {NoteOn{.note = 4}, 4},
                                                   {NoteOn{.note = 1}, 10},
                                                   {EndOfTrack{}, 0}}));
}

TEST(MergeTracks, TakesNoTracksAtAll) {
  EXPECT_EQ(mido::merge_tracks({}), (MidiTrack{{EndOfTrack{}, 0}}));
}

}  // namespace
