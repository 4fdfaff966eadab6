// SPDX-License-Identifier: MIT
#include "mido/smf/cut.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/notes.hpp"
#include "mido/smf/tempo_map.hpp"

namespace {

using mido::cut;
using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiTrack;
using mido::NoteOff;
using mido::NoteOn;
using mido::Seconds;
using mido::SetTempo;
using mido::Text;

MidiFile file_of(std::vector<MidiTrack> tracks, mido::FileType type = 1) {
  MidiFile file(type);
  file.tracks = std::move(tracks);
  return file;
}

TEST(Cut, KeepsWhatIsInItAndBeginsWithTickZero) {
  const MidiFile file = file_of({MidiTrack{{Text{.text = "before"}, 9},
                                           {Text{.text = "first"}, 1},
                                           {Text{.text = "last"}, 9},
                                           {Text{.text = "after"}, 1}}});
  EXPECT_EQ(cut(file, 10, 20).tracks,
            (std::vector{MidiTrack{
                {Text{.text = "first"}, 0}, {Text{.text = "last"}, 9}, {EndOfTrack{}, 1}}}));
}

TEST(Cut, EndsWhereTheFileDoes) {
  const MidiFile file = file_of({MidiTrack{{NoteOn{}, 5}, {NoteOff{}, 10}}, MidiTrack{}});
  EXPECT_EQ(cut(file, 0, 99).tracks,
            (std::vector{MidiTrack{{NoteOn{}, 5}, {NoteOff{}, 10}, {EndOfTrack{}, 0}},
                         MidiTrack{{EndOfTrack{}, 15}}}));
}

TEST(Cut, EndsTheNotesThatSoundAtItsEnd) {
  const MidiFile file = file_of({MidiTrack{{NoteOn{.note = 1}, 5},
                                           {NoteOn{.note = 2}, 0},
                                           {NoteOff{.note = 1, .velocity = 9}, 5},
                                           {NoteOn{.note = 3}, 0},
                                           {EndOfTrack{}, 90}}});
  EXPECT_EQ(cut(file, 0, 10).tracks[0], (MidiTrack{{NoteOn{.note = 1}, 5},
                                                   {NoteOn{.note = 2}, 0},
                                                   {NoteOff{.note = 1, .velocity = 9}, 5},
                                                   {NoteOff{.note = 2}, 0},
                                                   {EndOfTrack{}, 0}}));
  EXPECT_EQ(cut(file, 50, 1000).tracks[0], (MidiTrack{{NoteOn{.note = 2}, 0},
                                                      {NoteOn{.note = 3}, 0},
                                                      {NoteOff{.note = 2}, 50},
                                                      {NoteOff{.note = 3}, 0},
                                                      {EndOfTrack{}, 0}}));
}

TEST(Cut, EndsANoteWithoutANoteOffWhereItsTrackEnded) {
  const MidiFile file =
      file_of({MidiTrack{{NoteOn{}, 5}, {EndOfTrack{}, 10}}, MidiTrack{{EndOfTrack{}, 100}}});
  EXPECT_EQ(cut(file, 0, 50).tracks[0],
            (MidiTrack{{NoteOn{}, 5}, {NoteOff{}, 10}, {EndOfTrack{}, 35}}));
}

const MidiFile held = file_of({MidiTrack{{NoteOn{.note = 1, .velocity = 7}, 0},
                                         {NoteOff{.note = 1}, 20},
                                         {NoteOn{.note = 1}, 10},
                                         {NoteOff{.note = 1}, 10}}});

TEST(Cut, StrikesTheNotesThatSoundAtItsBeginning) {
  EXPECT_EQ(cut(held, 15, 25).tracks[0], (MidiTrack{{NoteOn{.note = 1, .velocity = 7}, 0},
                                                    {NoteOff{.note = 1}, 5},
                                                    {EndOfTrack{}, 5}}));
}

TEST(Cut, LeavesThemOutOnRequestWithTheirNoteOffs) {
  EXPECT_EQ(cut(held, 15, 40, {.restrike_notes = false}).tracks[0],
            (MidiTrack{{NoteOn{.note = 1}, 15}, {NoteOff{.note = 1}, 10}, {EndOfTrack{}, 0}}));
}

TEST(Cut, DoesNotHaveANoteThatEndsAtItsBeginning) {
  EXPECT_EQ(cut(held, 20, 30).tracks[0], (MidiTrack{{EndOfTrack{}, 10}}));
}

TEST(Cut, OfPiecesHasAllNotesOnce) {
  MidiTrack track;
  for (int i = 0; i < 50; ++i) {
    track.push_back(NoteOn{.note = mido::checked(i % 7)}, i % 3);
    if (i % 2 == 1) track.push_back(NoteOff{.note = mido::checked((i - 1) % 7)}, i % 5);
    track.push_back(NoteOff{.note = mido::checked(i % 7)}, i % 4);
  }
  const MidiFile file = file_of({track});
  std::int64_t total = 0;
  for (const auto& note : notes(file)) total += note.duration;
  std::int64_t of_pieces = 0;
  for (std::int64_t begin = 0; begin < 400; begin += 10) {
    for (const auto& note : notes(cut(file, begin, begin + 10))) {
      EXPECT_TRUE(note.ended);
      of_pieces += note.duration;
    }
  }
  EXPECT_EQ(of_pieces, total);
}

TEST(Cut, BeginsInTheTempoAndTheSignaturesOfItsPlace) {
  const MidiFile file = file_of({MidiTrack{{SetTempo{.tempo = 100000}, 0},
                                           {mido::KeySignature{.key = "D"}, 0},
                                           {mido::TimeSignature{.numerator = 3}, 0},
                                           {SetTempo{.tempo = 200000}, 480}},
                                 MidiTrack{{SetTempo{.tempo = 300000}, 480}, {EndOfTrack{}, 960}}});
  const MidiFile piece = cut(file, 960, 1440);
  EXPECT_EQ(piece.tracks,
            (std::vector{MidiTrack{{mido::TimeSignature{.numerator = 3}, 0},
                                   {mido::KeySignature{.key = "D"}, 0},
                                   {EndOfTrack{}, 480}},
                         MidiTrack{{SetTempo{.tempo = 300000}, 0}, {EndOfTrack{}, 480}}}));
  EXPECT_DOUBLE_EQ(piece.length().count(), 0.3);
}

TEST(Cut, KeepsTheNamesAndPortsOfTheTracks) {
  const MidiFile file = file_of({MidiTrack{{mido::TrackName{.name = "piano"}, 0},
                                           {mido::InstrumentName{.name = "grand"}, 0},
                                           {Text{.text = "text"}, 0},
                                           {mido::TrackName{.name = "other"}, 0},
                                           {mido::MidiPort{.port = 1}, 0},
                                           {EndOfTrack{}, 100}}});
  EXPECT_EQ(cut(file, 50, 60).tracks[0], (MidiTrack{{mido::TrackName{.name = "piano"}, 0},
                                                    {mido::InstrumentName{.name = "grand"}, 0},
                                                    {mido::MidiPort{.port = 1}, 0},
                                                    {EndOfTrack{}, 10}}));
}

TEST(Cut, CutsEveryTrackOfAType2FileByItself) {
  const MidiFile file =
      file_of({MidiTrack{{SetTempo{.tempo = 1}, 0}, {EndOfTrack{}, 9}},
               MidiTrack{{SetTempo{.tempo = 2}, 0}, {NoteOn{}, 15}, {EndOfTrack{}, 90}}},
              2);
  EXPECT_EQ(
      cut(file, 5, 20).tracks,
      (std::vector{
          MidiTrack{{SetTempo{.tempo = 1}, 0}, {EndOfTrack{}, 4}},
          MidiTrack{
              {SetTempo{.tempo = 2}, 0}, {NoteOn{}, 10}, {NoteOff{}, 5}, {EndOfTrack{}, 0}}}));
  EXPECT_THROW((void)cut(file, Seconds(0), Seconds(1)), mido::ValueError);
}

TEST(Cut, IsGivenInSecondsToo) {
  const MidiFile file =
      file_of({MidiTrack{{SetTempo{.tempo = 1000000}, 480}, {NoteOn{}, 480}, {NoteOff{}, 480}}});
  EXPECT_EQ(cut(file, Seconds(0.5), Seconds(2)), cut(file, 480, 1200));
  EXPECT_DOUBLE_EQ(cut(file, Seconds(0.5), Seconds(2)).length().count(), 1.5);
}

TEST(Cut, MayBeEmptyAndBehindTheEnd) {
  EXPECT_EQ(cut(held, 10, 10).tracks, std::vector{MidiTrack{EndOfTrack{}}});
  EXPECT_EQ(cut(held, 500, 600).tracks, std::vector{MidiTrack{EndOfTrack{}}});
  EXPECT_EQ(cut(MidiFile(), 0, 10), MidiFile());
}

TEST(Cut, RefusesWhatIsNoRange) {
  EXPECT_THROW((void)cut(held, -1, 5), mido::ValueError);
  EXPECT_THROW((void)cut(held, 6, 5), mido::ValueError);
}

}  // namespace
