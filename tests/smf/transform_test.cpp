// SPDX-License-Identifier: MIT
#include "mido/smf/transform.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/notes.hpp"
#include "mido/smf/tempo_map.hpp"

namespace {

using mido::ChannelPrefix;
using mido::ControlChange;
using mido::convert;
using mido::Division;
using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiTrack;
using mido::NoteOff;
using mido::NoteOn;
using mido::ProgramChange;
using mido::rescale;
using mido::scale_tempo;
using mido::SetTempo;
using mido::Sysex;
using mido::Text;
using mido::TimeSignature;
using mido::TrackEvent;

MidiFile file_of(mido::FileType type, std::vector<MidiTrack> tracks, Division division = {}) {
  MidiFile file(type, division);
  file.tracks = std::move(tracks);
  return file;
}

// What is heard, in an order that does not depend on the tracks.
std::vector<std::string> played(const MidiFile& file) {
  std::vector<std::string> result;
  double seconds = 0;
  for (TrackEvent event : file.events()) {
    seconds += event.time().seconds();
    event.set_time(seconds);
    result.push_back(to_string(event));
  }
  std::ranges::sort(result);
  return result;
}

const MidiFile song =
    file_of(1, {MidiTrack{{SetTempo{.tempo = 400000}, 0}, {SetTempo{}, 960}, {EndOfTrack{}, 960}},
                MidiTrack{{ProgramChange{.program = 5}, 0}, {NoteOn{}, 0}, {NoteOff{}, 480}},
                MidiTrack{{NoteOn{.channel = 9, .note = 40}, 700},
                          {Sysex{.data = {1}}, 0},
                          {NoteOff{.channel = 9, .note = 40}, 20}}});

TEST(Convert, MergesTheTracksForType0) {
  const MidiFile file = convert(song, 0);
  EXPECT_EQ(file.type, 0);
  ASSERT_EQ(file.tracks.size(), 1U);
  EXPECT_EQ(file.tracks[0], mido::merge_tracks(song.tracks));
  EXPECT_EQ(MidiFile::from_bytes(file.to_bytes()), file);
}

TEST(Convert, MakesATrackForEachChannelForType1) {
  const MidiFile file = convert(file_of(0, {MidiTrack{{Text{.text = "a"}, 0},
                                                      {NoteOn{.channel = 9}, 10},
                                                      {NoteOn{.channel = 2}, 10},
                                                      {Sysex{.data = {1}}, 5},
                                                      {NoteOff{.channel = 9}, 5},
                                                      {EndOfTrack{}, 70}}}),
                                1);
  EXPECT_EQ(file.type, 1);
  EXPECT_EQ(
      file.tracks,
      (std::vector{
          MidiTrack{{Text{.text = "a"}, 0}, {Sysex{.data = {1}}, 25}, {EndOfTrack{}, 75}},
          MidiTrack{{NoteOn{.channel = 2}, 20}, {EndOfTrack{}, 80}},
          MidiTrack{{NoteOn{.channel = 9}, 10}, {NoteOff{.channel = 9}, 20}, {EndOfTrack{}, 70}}}));
}

TEST(Convert, KeepsATextWithTheChannelOfItsPrefix) {
  const MidiFile file = convert(file_of(0, {MidiTrack{{ChannelPrefix{.channel = 3}, 0},
                                                      {Text{.text = "of channel 3"}, 0},
                                                      {SetTempo{}, 0},
                                                      {NoteOn{.channel = 3}, 0},
                                                      {Text{.text = "of none"}, 0},
                                                      {ChannelPrefix{.channel = 200}, 0}}}),
                                1);
  EXPECT_EQ(file.tracks, (std::vector{MidiTrack{{SetTempo{}, 0},
                                                {Text{.text = "of none"}, 0},
                                                {ChannelPrefix{.channel = 200}, 0},
                                                {EndOfTrack{}, 0}},
                                      MidiTrack{{ChannelPrefix{.channel = 3}, 0},
                                                {Text{.text = "of channel 3"}, 0},
                                                {NoteOn{.channel = 3}, 0},
                                                {EndOfTrack{}, 0}}}));
}

TEST(Convert, KeepsTheMusic) {
  const MidiFile merged = convert(song, 0);
  EXPECT_EQ(played(merged), played(song));
  EXPECT_EQ(played(convert(merged, 1)), played(song));
}

TEST(Convert, MakesASongOnePattern) {
  const MidiFile file = convert(song, 2);
  EXPECT_EQ(file.type, 2);
  EXPECT_EQ(file.tracks, (std::vector{mido::merge_tracks(song.tracks)}));
  EXPECT_EQ(played(convert(file, 1)), played(song));
}

TEST(Convert, PutsPatternsOneAfterAnother) {
  const MidiFile patterns = file_of(2, {MidiTrack{{NoteOn{.note = 1}, 10}, {EndOfTrack{}, 90}},
                                        MidiTrack{}, MidiTrack{{NoteOn{.note = 2}, 5}}});
  EXPECT_EQ(convert(patterns, 0).tracks[0],
            (MidiTrack{{NoteOn{.note = 1}, 10}, {NoteOn{.note = 2}, 95}, {EndOfTrack{}, 0}}));
  EXPECT_EQ(convert(patterns, 1).tracks.size(), 3U);
  EXPECT_EQ(convert(patterns, 1).tracks[2], (MidiTrack{{NoteOn{.note = 2}, 105}}));
}

TEST(Convert, GivesEveryPatternItsOwnTempoAndTimeSignature) {
  const MidiFile patterns =
      file_of(2, {MidiTrack{{TimeSignature{.numerator = 3}, 0},
                            {SetTempo{.tempo = 250000}, 0},
                            {EndOfTrack{}, 480 * 3}},
                  MidiTrack{{EndOfTrack{}, 480 * 4}},
                  MidiTrack{{SetTempo{.tempo = 1000000}, 0}, {EndOfTrack{}, 480 * 4}}});
  for (const mido::FileType type : {mido::FileType(0), mido::FileType(1)}) {
    const MidiFile file = convert(patterns, type);
    EXPECT_DOUBLE_EQ(file.length().count(), 3 * 0.25 + 4 * 0.5 + 4 * 1.0);
    const mido::TempoMap map(file);
    EXPECT_EQ(map.position(480 * 7), (mido::BarBeat{.bar = 3}));
    EXPECT_EQ(map.tempos().size(), 3U);
  }
}

TEST(Convert, ToTheSameTypeChangesNothing) {
  EXPECT_EQ(convert(song, 1), song);
  EXPECT_EQ(convert(MidiFile(0), 0), MidiFile(0));
}

TEST(Convert, TakesAFileWithoutTracks) {
  EXPECT_EQ(convert(MidiFile(1), 0).tracks, std::vector{MidiTrack{EndOfTrack{}}});
  EXPECT_TRUE(convert(MidiFile(2), 1).tracks.empty());
}

TEST(Convert, KeepsForeignChunks) {
  MidiFile file = song;
  file.foreign_chunks = {{.id = "ABCD", .data = {1, 2}, .before_track = 3}};
  file = convert(file, 0);
  EXPECT_EQ(MidiFile::from_bytes(file.to_bytes()), file);
}

TEST(Rescale, KeepsTheMusic) {
  const MidiFile file = rescale(song, 960);
  EXPECT_EQ(file.division.ticks_per_beat(), 960);
  EXPECT_EQ(file.tracks[2][0].time().ticks(), 1400);
  EXPECT_EQ(played(file), played(song));
  EXPECT_EQ(rescale(file, 480), song);
  EXPECT_EQ(rescale(song, 480), song);
}

TEST(Rescale, RoundsToTheNearestTick) {
  const MidiFile file = file_of(0, {MidiTrack{{NoteOn{}, 4}, {NoteOn{}, 1}, {NoteOn{}, 9}}}, 100);
  EXPECT_EQ(absolute_ticks(rescale(file, 10).tracks[0]), (std::vector<std::int64_t>{0, 1, 1}));
}

TEST(Rescale, DoesNotDrift) {
  MidiFile file(0, 480);
  MidiTrack& track = file.add_track();
  for (int i = 0; i < 100000; ++i) track.push_back(NoteOn{}, 7);
  const MidiFile small = rescale(file, 96);
  const auto ticks = absolute_ticks(small.tracks[0]);
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    ASSERT_NEAR(static_cast<double>(ticks[i]), static_cast<double>(7 * (i + 1)) / 5, 0.5);
  }
}

TEST(Rescale, HoldsAnAbsurdlyLongSong) {
  MidiFile file(0, 1);
  MidiTrack& track = file.add_track();
  for (int i = 0; i < 5000; ++i) track.push_back(NoteOn{}, 0x0FFFFFFF);
  EXPECT_EQ(rescale(file, 32767).tracks[0].back().time().ticks(), 0x0FFFFFFFLL * 32767);
}

TEST(Rescale, RefusesSmpteDivisions) {
  EXPECT_THROW((void)rescale(MidiFile(1, Division::smpte(25, 40)), 480), mido::ValueError);
  EXPECT_THROW((void)rescale(song, Division::smpte(25, 40)), mido::ValueError);
}

TEST(ScaleTempo, MakesTheMusicFaster) {
  const MidiFile file = scale_tempo(song, 2);
  EXPECT_EQ(file.tracks[0][0], TrackEvent(SetTempo{.tempo = 200000}));
  EXPECT_EQ(file.tracks[0][1], TrackEvent(SetTempo{.tempo = 250000}, 960));
  EXPECT_DOUBLE_EQ(file.length().count(), song.length().count() / 2);
  EXPECT_DOUBLE_EQ(scale_tempo(song, 0.5).length().count(), song.length().count() * 2);
}

TEST(ScaleTempo, SaysTheTempoOfAFileThatSaysNone) {
  const MidiFile file = file_of(1, {MidiTrack{{Text{}, 0}}, MidiTrack{{SetTempo{}, 480}}});
  EXPECT_EQ(scale_tempo(file, 2).tracks,
            (std::vector{MidiTrack{{SetTempo{.tempo = 250000}, 0}, {Text{}, 0}},
                         MidiTrack{{SetTempo{.tempo = 250000}, 480}}}));
  EXPECT_EQ(scale_tempo(MidiFile(), 2), MidiFile());
}

TEST(ScaleTempo, ChangesEveryPatternOfAType2File) {
  const MidiFile file = file_of(2, {MidiTrack{}, MidiTrack{{SetTempo{.tempo = 300000}, 0}}});
  EXPECT_EQ(scale_tempo(file, 3).tracks, (std::vector{MidiTrack{SetTempo{.tempo = 166667}},
                                                      MidiTrack{SetTempo{.tempo = 100000}}}));
}

TEST(ScaleTempo, RefusesWhatCannotBe) {
  EXPECT_THROW((void)scale_tempo(song, 0), mido::ValueError);
  EXPECT_THROW((void)scale_tempo(song, -1), mido::ValueError);
  EXPECT_THROW((void)scale_tempo(song, 1e9), mido::ValueError);
  EXPECT_THROW((void)scale_tempo(song, 0.001), mido::ValueError);
  EXPECT_THROW((void)scale_tempo(MidiFile(1, Division::smpte(25, 40)), 2), mido::ValueError);
}

}  // namespace
