// SPDX-License-Identifier: MIT
#include "mido/smf/midi_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>

#include "mido/codec/text.hpp"
#include "mido/smf/errors.hpp"
#include "support/smf_bytes.hpp"
#include "support/temporary_folder.hpp"

namespace {

using mido::Aftertouch;
using mido::Division;
using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiTrack;
using mido::NoteOff;
using mido::NoteOn;
using mido::Packet;
using mido::Seconds;
using mido::SetTempo;
using mido::TrackEvent;
using mido::testing::Bytes;
using mido::testing::chunk;
using mido::testing::end_of_track;
using mido::testing::file_of;
using mido::testing::header;
using mido::testing::operator+;

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const mido::Error& error) {
    return error.what();
  }
  return "";
}

// A file of one track with these events, as it is written without its header.
Bytes track_bytes(MidiTrack track) {
  MidiFile file(0);
  file.tracks.push_back(std::move(track));
  const Bytes bytes = file.to_bytes();
  return {bytes.begin() + mido::testing::first_event_offset, bytes.end()};
}

TEST(MidiFile, IsOfType1With480TicksPerBeatUnlessToldOtherwise) {
  const MidiFile file;
  EXPECT_EQ(file.type, 1);
  EXPECT_EQ(file.division.ticks_per_beat(), 480);
  EXPECT_TRUE(file.tracks.empty());
}

TEST(MidiFile, IsMadeAsInTheManual) {
  MidiFile file;
  MidiTrack& track = file.add_track();
  track.push_back(mido::ProgramChange{.program = 12}, 0);
  track.push_back(NoteOn{.note = 64, .velocity = 64}, 32);
  track.push_back(NoteOff{.note = 64, .velocity = 127}, 32);
  EXPECT_EQ(file.to_bytes(),
            header(1, 1) + chunk("MTrk", Bytes{0, 0xC0, 12, 32, 0x90, 64, 64, 32, 0x80, 64, 127} +
                                             end_of_track));
}

TEST(MidiFile, ReadsWhatItWrote) {
  MidiFile file(1, 96);
  file.add_track("one").push_back(NoteOn{.note = 60}, 5);
  file.add_track("two").push_back(mido::Sysex{.data = {1, 2, 3, 4, 5, 6, 7}}, 300);
  file.tracks.back().push_back(Packet{.starts_sysex = true, .data = {1, 2}}, 0);
  file.tracks.back().push_back(Packet{.starts_sysex = false, .data = {0xF8, 0xFF}}, 0);
  for (MidiTrack& track : file.tracks) track.push_back(EndOfTrack{}, 10);
  EXPECT_EQ(MidiFile::from_bytes(file.to_bytes()), file);
}

TEST(MidiFile, KeepsForeignChunksAtTheirPlaces) {
  const Bytes bytes = header(1, 2) + chunk("AAAA", {1}) + chunk("MTrk", end_of_track) +
                      chunk("BBBB", {2}) + chunk("CCCC", {}) + chunk("MTrk", end_of_track) +
                      chunk("DDDD", {3});
  const auto file = MidiFile::from_bytes(bytes);
  ASSERT_EQ(file.foreign_chunks.size(), 4U);
  EXPECT_EQ(file.foreign_chunks[1].id, "BBBB");
  EXPECT_EQ(file.foreign_chunks[1].before_track, 1U);
  EXPECT_EQ(file.to_bytes(), bytes);
}

// There are more of them than the reader expects of so many bytes: its list must not grow by a
// little for each.
TEST(MidiFile, HoldsAMillionEventsOfTwoBytesEach) {
  constexpr std::size_t count = 1'000'000;
  Bytes track{0, 0xD0, 0};
  track.resize(track.size() + 2 * count);
  const MidiFile file = MidiFile::from_bytes(file_of(track));
  EXPECT_EQ(file.tracks.at(0).size(), count + 2);
  EXPECT_EQ(file.tracks.at(0)[count], TrackEvent(Aftertouch{}));
}

TEST(MidiFile, IsSavedAndLoaded) {
  const mido::testing::TemporaryFolder folder;
  MidiFile file(0);
  file.add_track("name").push_back(EndOfTrack{}, 7);
  file.save(folder.path() / "a.mid");
  EXPECT_EQ(MidiFile(folder.path() / "a.mid"), file);
}

TEST(MidiFile, NamesTheFileAndTheReasonWhenItCannotBeReadOrWritten) {
  const mido::testing::TemporaryFolder folder;
  const auto missing = folder.path() / "missing.mid";
  EXPECT_EQ(error_of([&] { MidiFile file(missing); }),
            missing.string() + ": No such file or directory");
  EXPECT_THROW(MidiFile{folder.path()}, mido::FileError);
  EXPECT_THROW(MidiFile().save(folder.path()), mido::FileError);
  EXPECT_THROW(MidiFile().save(folder.path() / "no" / "such.mid"), mido::FileError);
}

TEST(MidiFile, LeavesAFileAloneThatItCannotReplace) {
  const mido::testing::TemporaryFolder folder;
  const auto path = folder.path() / "a.mid";
  MidiFile().save(path);
  MidiFile bad(0);
  EXPECT_EQ(error_of([&] { bad.save(path); }), "type 0 file must have exactly 1 track");
  EXPECT_EQ(MidiFile(path), MidiFile());
}

TEST(MidiFile, RefusesWhatAFileCannotHold) {
  EXPECT_EQ(error_of([] {
              (void)track_bytes({{NoteOn{}, 0.5}});
            }),
            "message time must be int in MIDI file");
  EXPECT_EQ(error_of([] {
              (void)track_bytes({{NoteOn{}, -1}});
            }),
            "message time must be non-negative in MIDI file");
  EXPECT_EQ(error_of([] {
              (void)track_bytes({{NoteOn{}, 0x10000000}});
            }),
            "message time in MIDI file must be in range 0..268435455");
  EXPECT_EQ(error_of([] { (void)track_bytes({mido::Clock{}}); }),
            "clock messages are not allowed in MIDI files but as a Packet");
}

TEST(MidiFile, WritesRunningStatusUntilASysexOrMetaMessage) {
  EXPECT_EQ(
      track_bytes({NoteOn{.note = 1}, NoteOn{.note = 2}, mido::Text{.text = "x"}, NoteOn{.note = 3},
                   mido::Sysex{}, NoteOn{.note = 4}, NoteOn{.channel = 1, .note = 5}}),
      (Bytes{0, 0x90, 1, 64,   0, 2,    64, 0,    0xFF, 1,  1, 'x',  0, 0x90,
             3, 64,   0, 0xF0, 1, 0xF7, 0,  0x90, 4,    64, 0, 0x91, 5, 64} +
       end_of_track));
}

TEST(MidiFile, MovesEveryEndOfTrackToTheEnd) {
  EXPECT_EQ(track_bytes({{EndOfTrack{}, 5}, {NoteOn{.note = 1}, 6}, {EndOfTrack{}, 7}}),
            (Bytes{11, 0x90, 1, 64, 7, 0xFF, 0x2F, 0}));
}

TEST(MidiFile, LastsAsLongAsItsLongestTrack) {
  MidiFile file;  // 480 ticks a beat, half a second
  file.add_track().push_back(NoteOn{}, 480);
  file.add_track().push_back(EndOfTrack{}, 1920);
  EXPECT_DOUBLE_EQ(file.length().count(), 2.0);
  EXPECT_DOUBLE_EQ(MidiFile().length().count(), 0.0);
}

TEST(MidiFile, FollowsTheTempoOfEveryTrack) {
  MidiFile file;
  file.add_track().push_back(EndOfTrack{}, 960);
  file.add_track().push_back(SetTempo{.tempo = 1000000}, 480);
  EXPECT_DOUBLE_EQ(file.length().count(), 0.5 + 1.0);
}

TEST(MidiFile, CountsSmpteTicksWhateverTheTempo) {
  MidiFile file;
  file.division = Division::smpte(25, 40);
  file.add_track().push_back(SetTempo{.tempo = 1}, 0);
  file.tracks.back().push_back(EndOfTrack{}, 2000);
  EXPECT_DOUBLE_EQ(file.length().count(), 2.0);
}

TEST(MidiFile, HasNoLengthWhenItsTracksAreIndependent) {
  const MidiFile file(2);
  EXPECT_EQ(error_of([&] { (void)file.length(); }),
            "impossible to compute length for type 2 (asynchronous) file");
  EXPECT_THROW((void)file.events(), mido::ValueError);
  EXPECT_THROW((void)file.play(), mido::ValueError);
}

TEST(MidiFile, GivesAllEventsInPlaybackOrderWithSeconds) {
  MidiFile file;
  file.add_track();
  file.tracks[0].push_back(NoteOn{.note = 1}, 480);
  file.tracks[0].push_back(NoteOn{.note = 2}, 480);
  file.add_track();
  file.tracks[1].push_back(NoteOn{.note = 3}, 480);
  file.tracks[1].push_back(NoteOn{.note = 4}, 240);
  const auto events = file.events();
  ASSERT_EQ(events.size(), 5U);
  EXPECT_EQ(events[0], TrackEvent(NoteOn{.note = 1}, 0.5));
  EXPECT_EQ(events[1], TrackEvent(NoteOn{.note = 3}, 0.0));
  EXPECT_EQ(events[2], TrackEvent(NoteOn{.note = 4}, 0.25));
  EXPECT_EQ(events[3], TrackEvent(NoteOn{.note = 2}, 0.25));
  EXPECT_EQ(events[4], TrackEvent(EndOfTrack{}, 0.0));
  EXPECT_TRUE(events[4].time().is_float());
}

TEST(MidiFile, HoldsAnAbsurdlyLongSongWithoutOverflow) {
  MidiFile file(1, 1);
  file.add_track().push_back(SetTempo{.tempo = 16777215}, 0);
  for (int i = 0; i < 1000; ++i) file.tracks[0].push_back(NoteOn{}, 0x0FFFFFFF);
  EXPECT_NEAR(file.length().count(), 1000 * 268435455.0 * 16.777215, 1.0);
}

}  // namespace
