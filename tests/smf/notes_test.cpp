// SPDX-License-Identifier: MIT
#include "mido/smf/notes.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "mido/smf/midi_file.hpp"

namespace {

using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiTrack;
using mido::NoteOff;
using mido::NoteOn;
using mido::notes;
using mido::NoteSpan;
using mido::Pairing;

using Span = std::pair<std::int64_t, std::int64_t>;  // start and end

std::vector<Span> spans(const MidiTrack& track, Pairing pairing = Pairing::fifo) {
  std::vector<Span> result;
  for (const NoteSpan& note : notes(track, pairing)) result.emplace_back(note.start, note.end());
  return result;
}

TEST(Notes, AreANoteOnAndTheNoteOffThatEndsIt) {
  const MidiTrack track{{NoteOn{.channel = 3, .note = 60, .velocity = 100}, 10},
                        {NoteOff{.channel = 3, .note = 60, .velocity = 20}, 30}};
  EXPECT_EQ(notes(track), (std::vector<NoteSpan>{{.start = 10,
                                                  .duration = 30,
                                                  .channel = 3,
                                                  .note = 60,
                                                  .velocity = 100,
                                                  .release_velocity = 20}}));
}

TEST(Notes, EndWithANoteOnOfVelocityZero) {
  const auto found = notes({{NoteOn{}, 0}, {NoteOn{.velocity = 0}, 30}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].end(), 30);
  EXPECT_TRUE(found[0].ended);
  EXPECT_EQ(found[0].release_velocity, 64);
}

TEST(Notes, OfOtherKeysAndChannelsAreNoConcern) {
  const MidiTrack track{
      {NoteOn{.note = 60}, 0},   {NoteOn{.note = 61}, 1},   {NoteOn{.channel = 1, .note = 60}, 1},
      {NoteOff{.note = 61}, 10}, {NoteOff{.note = 60}, 10}, {NoteOff{.channel = 1, .note = 60}, 10},
  };
  EXPECT_EQ(spans(track), (std::vector<Span>{{0, 22}, {1, 12}, {2, 32}}));
}

const MidiTrack overlapping{{NoteOn{}, 0}, {NoteOn{}, 10}, {NoteOff{}, 10}, {NoteOff{}, 10}};

TEST(Notes, EndInTheOrderOfTheirStarts) {
  EXPECT_EQ(spans(overlapping), (std::vector<Span>{{0, 20}, {10, 30}}));
}

TEST(Notes, EndTheNewestFirstOnRequest) {
  EXPECT_EQ(spans(overlapping, Pairing::lifo), (std::vector<Span>{{0, 30}, {10, 20}}));
}

class RepeatedNotes : public testing::TestWithParam<Pairing> {};

TEST_P(RepeatedNotes, EndWhereTheNextBeginsWhicheverEventIsFirst) {
  const std::vector<Span> repeated = {{0, 10}, {10, 20}};
  EXPECT_EQ(spans({{NoteOn{}, 0}, {NoteOff{}, 10}, {NoteOn{}, 0}, {NoteOff{}, 10}}, GetParam()),
            repeated);
  EXPECT_EQ(spans({{NoteOn{}, 0}, {NoteOn{}, 10}, {NoteOff{}, 0}, {NoteOff{}, 10}}, GetParam()),
            repeated);
}

TEST_P(RepeatedNotes, OfNoDurationAreKept) {
  EXPECT_EQ(spans({{NoteOn{}, 5}, {NoteOff{}, 0}, {NoteOn{}, 0}, {NoteOff{}, 0}}, GetParam()),
            (std::vector<Span>{{5, 5}, {5, 5}}));
}

INSTANTIATE_TEST_SUITE_P(Pairing, RepeatedNotes, testing::Values(Pairing::fifo, Pairing::lifo));

TEST(Notes, AreNotEndedByANoteOffBeforeThem) {
  EXPECT_EQ(spans({{NoteOff{}, 5}, {NoteOn{}, 0}, {NoteOff{}, 3}, {NoteOff{}, 9}}),
            (std::vector<Span>{{5, 8}}));
}

TEST(Notes, WithoutANoteOffLastToTheEndOfTheirTrackAndSaySo) {
  const auto found = notes({{NoteOn{.note = 1}, 5}, {NoteOn{.note = 2}, 0}, {EndOfTrack{}, 100}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].start, 5);
  EXPECT_EQ(found[1].duration, 100);
  EXPECT_FALSE(found[1].ended);
}

TEST(Notes, OfAFileAreOrderedByTheirStartsAndKnowTheirTrack) {
  MidiFile file;
  file.tracks = {
      MidiTrack{{NoteOn{.note = 1}, 10}, {NoteOff{.note = 1}, 10}},
      MidiTrack{{NoteOn{.note = 2}, 5}, {NoteOn{.note = 1}, 5}, {NoteOff{.note = 1}, 1}}};
  const auto found = notes(file);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].note, 2);
  EXPECT_EQ(found[1].track, 0U);
  EXPECT_EQ(found[1].duration, 10);  // the note_off of the other track is none of its own
  EXPECT_EQ(found[2].track, 1U);
  EXPECT_EQ(found[2].duration, 1);
}

TEST(Notes, OfAnEmptyFileAreNone) { EXPECT_TRUE(notes(MidiFile()).empty()); }

TEST(Notes, ByTheThousandOnOneKeyArePairedInTime) {
  MidiTrack track;
  for (int i = 0; i < 200000; ++i) track.push_back(NoteOn{}, 1);
  for (int i = 0; i < 200000; ++i) track.push_back(NoteOff{}, 1);
  for (const NoteSpan& note : notes(track)) ASSERT_EQ(note.duration, 200000);
}

}  // namespace
