// SPDX-License-Identifier: MIT

// Tolerant reading: what is kept, what is told, and that nothing is lost on the way back.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/midi_file.hpp"
#include "support/smf_bytes.hpp"

namespace {

using mido::BadData;
using mido::FaultKind;
using mido::MidiFile;
using mido::MidiTrack;
using mido::NoteOn;
using mido::RawEvent;
using mido::TrackEvent;
using mido::testing::Bytes;
using mido::testing::chunk;
using mido::testing::end_of_track;
using mido::testing::file_of;
using mido::testing::header;
using mido::testing::operator+;

MidiFile tolerant(const Bytes& bytes, BadData bad_data = BadData::raw) {
  return MidiFile::from_bytes(bytes, {.tolerant = true, .bad_data = bad_data});
}

std::vector<FaultKind> faults_of(const MidiFile& file) {
  std::vector<FaultKind> kinds;
  for (const auto& diagnostic : file.diagnostics()) kinds.push_back(diagnostic.kind);
  return kinds;
}

// Reads a file that has this fault and no other, and checks that it is written back as it was.
MidiFile with_fault(const Bytes& bytes, FaultKind kind) {
  const MidiFile file = tolerant(bytes);
  EXPECT_EQ(faults_of(file), std::vector{kind});
  EXPECT_EQ(file.to_bytes(), bytes);
  return file;
}

const Bytes two_notes = {0, 0x90, 60, 64, 10, 0x90, 60, 0};  // the status is written twice

TEST(Tolerant, FindsNothingWrongWithAGoodFile) {
  const MidiFile file = tolerant(file_of(two_notes));
  EXPECT_TRUE(file.diagnostics().empty());
  EXPECT_EQ(file, MidiFile::from_bytes(file_of(two_notes)));
}

TEST(Tolerant, TellsPlaceTrackAndTick) {
  const MidiFile file = tolerant(file_of({5, 0x90, 60, 200}));
  ASSERT_EQ(file.diagnostics().size(), 1U);
  const auto& diagnostic = file.diagnostics()[0];
  EXPECT_EQ(diagnostic.offset, mido::testing::first_event_offset + 1);
  EXPECT_EQ(diagnostic.track, 0U);
  EXPECT_EQ(diagnostic.tick, 5);
  EXPECT_EQ(to_string(diagnostic),
            "bad_data_byte: data byte must be in range 0..127 (track 0, offset 23)");
}

TEST(Tolerant, KeepsClipsOrDropsDataBytesOver127) {
  const Bytes bytes = file_of({5, 0x90, 60, 200, 3, 61, 64});
  const MidiFile raw = with_fault(bytes, FaultKind::bad_data_byte);
  EXPECT_EQ(raw.tracks[0][0].get<RawEvent>(), (RawEvent{.status = 0x90, .data = {60, 200}}));
  EXPECT_EQ(raw.tracks[0][1], TrackEvent(NoteOn{.note = 61}, 3));
  const MidiFile clipped = tolerant(bytes, BadData::clip);
  EXPECT_EQ(clipped.tracks[0][0], TrackEvent(NoteOn{.note = 60, .velocity = 127}, 5));
  const MidiFile dropped = tolerant(bytes, BadData::drop);
  EXPECT_EQ(dropped.tracks[0][0], TrackEvent(NoteOn{.note = 61}, 8));
}

TEST(Tolerant, GoesOnByTheLastStatusAfterAMetaMessage) {
  const MidiFile file = with_fault(file_of({0, 0x90, 60, 64, 0, 0xFF, 1, 1, 'x', 9, 60, 0}),
                                   FaultKind::cancelled_status);
  EXPECT_EQ(file.tracks[0][2], TrackEvent(NoteOn{.note = 60, .velocity = 0}, 9));
}

TEST(Tolerant, KeepsStrayBytesAndFindsTheNextEvent) {
  const MidiFile file =
      with_fault(file_of({0, 1, 2, 3, 7, 0x90, 60, 64}), FaultKind::no_running_status);
  EXPECT_EQ(file.tracks[0][0].get<RawEvent>().data, (Bytes{1, 2, 3}));
  EXPECT_EQ(file.tracks[0][1], TrackEvent(NoteOn{.note = 60}, 7));
}

TEST(Tolerant, KeepsAMetaMessageWithAnImpossiblePayload) {
  const MidiFile file = with_fault(file_of({0, 0xFF, 0x59, 2, 9, 9}), FaultKind::bad_meta);
  EXPECT_EQ(file.tracks[0][0].type(), "unknown_meta");
}

TEST(Tolerant, KeepsSystemMessages) {
  with_fault(file_of({0, 0xF2, 1, 2, 0, 0x90, 60, 64}), FaultKind::system_message);
}

TEST(Tolerant, KeepsTheBeginningOfAnEventThatIsCutOff) {
  const Bytes bytes = header(0, 1) + chunk("MTrk", {0, 0x90, 60, 64, 0, 0xF0, 9, 1, 2});
  const MidiFile file = tolerant(bytes);
  EXPECT_EQ(faults_of(file),
            (std::vector{FaultKind::truncated_event, FaultKind::missing_end_of_track}));
  EXPECT_EQ(file.to_bytes(), bytes);
  EXPECT_EQ(file.tracks[0][0], TrackEvent(NoteOn{.note = 60}, 0));
}

TEST(Tolerant, KeepsWhatIsWrongWithTheEndOfATrack) {
  with_fault(header(0, 1) + chunk("MTrk", {0, 0x90, 60, 64}), FaultKind::missing_end_of_track);
  with_fault(header(0, 1) + chunk("MTrk", end_of_track + two_notes + end_of_track),
             FaultKind::after_end_of_track);
}

TEST(Tolerant, FindsTheEndOfATrackWhoseLengthIsWrong) {
  Bytes bytes = header(1, 2) + chunk("MTrk", two_notes + end_of_track) +
                chunk("MTrk", two_notes + end_of_track);
  bytes[21] = 99;  // the first track's length
  EXPECT_EQ(with_fault(bytes, FaultKind::wrong_track_length).tracks.size(), 2U);
  bytes[21] = 2;
  EXPECT_EQ(with_fault(bytes, FaultKind::wrong_track_length).tracks.size(), 2U);
}

TEST(Tolerant, TakesWhatIsThereOfATrackThatIsCutOff) {
  Bytes bytes = file_of(two_notes + Bytes{0, 0xFF, 1, 2, 'h', 'i'});
  bytes.resize(bytes.size() - 4);  // without its end_of_track
  const MidiFile file = tolerant(bytes);
  EXPECT_EQ(faults_of(file),
            (std::vector{FaultKind::truncated_chunk, FaultKind::missing_end_of_track}));
  EXPECT_EQ(file.tracks[0].size(), 3U);
  EXPECT_EQ(file.to_bytes(), bytes);
}

TEST(Tolerant, ReadsFewerOrMoreTracksThanDeclared) {
  const Bytes track = chunk("MTrk", two_notes + end_of_track);
  EXPECT_EQ(with_fault(header(1, 2) + track, FaultKind::missing_tracks).tracks.size(), 1U);
  EXPECT_EQ(with_fault(header(1, 1) + track + track, FaultKind::extra_tracks).tracks.size(), 2U);
}

TEST(Tolerant, KeepsForeignChunksAndTrailingBytes) {
  const Bytes track = chunk("MTrk", end_of_track);
  with_fault(header(1, 1) + chunk("XFIH", {1, 2}) + track, FaultKind::foreign_chunk);
  with_fault(header(1, 1) + track + Bytes{0, 0, 0}, FaultKind::trailing_bytes);
}

TEST(Tolerant, ReadsAFileInsideARiffFile) {
  const Bytes inner = file_of(two_notes);
  const auto size = static_cast<std::uint8_t>(inner.size());
  const Bytes bytes = Bytes{'R', 'I',  'F', 'F', static_cast<std::uint8_t>(size + 12),
                            0,   0,    0,   'R', 'M',
                            'I', 'D',  'd', 'a', 't',
                            'a', size, 0,   0,   0} +
                      inner;
  MidiFile file = with_fault(bytes, FaultKind::riff_wrapper);
  EXPECT_EQ(file.wrapper(), mido::smf::Wrapper::riff);
  EXPECT_EQ(file, MidiFile::from_bytes(inner));
  file.tracks[0].push_back(NoteOn{.note = 62}, 1);
  EXPECT_EQ(tolerant(file.to_bytes()).tracks, MidiFile::from_bytes([&] {
                                                MidiFile plain = MidiFile::from_bytes(inner);
                                                plain.tracks[0].push_back(NoteOn{.note = 62}, 1);
                                                return plain.to_bytes();
                                              }())
                                                  .tracks);
}

TEST(Tolerant, ReadsAFileBehindOtherBytes) {
  const Bytes bytes = Bytes{'j', 'u', 'n', 'k'} + file_of(two_notes);
  EXPECT_EQ(with_fault(bytes, FaultKind::leading_bytes).wrapper(), mido::smf::Wrapper::offset);
}

TEST(Tolerant, RefusesWhatIsNoMidiFile) {
  EXPECT_THROW(tolerant({}), mido::MidiParseError);
  EXPECT_THROW(tolerant({'M', 'T', 'h', 'd', 0, 0}), mido::MidiParseError);
  EXPECT_THROW(tolerant(Bytes(1000, 'x')), mido::MidiParseError);
}

TEST(Lossless, KeepsHowEventsAreSpelled) {
  for (const Bytes& events :
       {two_notes, Bytes{0, 0x90, 60, 64, 10, 60, 0},                          // running status
        Bytes{0x80, 0x80, 0x00, 0x90, 60, 64},                                 // a long delta time
        Bytes{0, 0xFF, 1, 0x80, 0x02, 'h', 'i'},                               // a long length
        Bytes{0, 0xF0, 3, 1, 2, 0xF7, 0, 0xF0, 1, 1, 5, 0xF7, 2, 2, 0xF7}}) {  // split sysex
    EXPECT_EQ(MidiFile::from_bytes(file_of(events)).to_bytes(), file_of(events));
  }
}

TEST(Lossless, LeavesTheOtherTracksAloneWhenOneIsChanged) {
  const Bytes odd =
      header(1, 2) + chunk("MTrk", {0, 0x90, 60, 200}) + chunk("MTrk", two_notes + end_of_track);
  MidiFile file = tolerant(odd);
  file.tracks[1].push_back(NoteOn{.note = 62}, 1);
  const Bytes written = file.to_bytes();
  const std::ptrdiff_t first_track_end = 14 + 8 + 4;
  EXPECT_TRUE(std::equal(odd.begin(), odd.begin() + first_track_end, written.begin()));
}

TEST(Lossless, WritesAChangedTrackAsItShouldBe) {
  Bytes bytes = header(0, 1) + chunk("MTrk", Bytes{0, 1, 2, 3, 7} + two_notes);
  MidiFile file = tolerant(bytes);
  file.tracks[0].push_back(NoteOn{.note = 62}, 1);
  const MidiFile again = MidiFile::from_bytes(file.to_bytes());  // strict: nothing is wrong now
  EXPECT_EQ(again.tracks[0].back().type(), "end_of_track");
}

TEST(Lossless, WritesEveryStatusAfterAChangeThatCancelsRunningStatus) {
  MidiFile file = MidiFile::from_bytes(file_of({0, 0x90, 60, 64, 0, 0x90, 61, 64, 0, 62, 64}));
  auto& track = file.tracks[0];
  track.insert(track.begin() + 1, mido::Text{.text = "between"});
  track.insert(track.begin() + 3, mido::Text{.text = "between"});
  EXPECT_EQ(MidiFile::from_bytes(file.to_bytes()), file);  // strict
}

TEST(Lossless, WritesTheStatusThatAFaultyTrackLeftOutOnceItIsChanged) {
  const Bytes faulty = file_of({0, 0x90, 60, 64, 0, 0xFF, 1, 0, 0, 61, 64});
  MidiFile file = tolerant(faulty);
  EXPECT_EQ(file.to_bytes(), faulty);
  file.tracks[0].insert(file.tracks[0].begin(), NoteOn{.note = 62});
  EXPECT_EQ(MidiFile::from_bytes(file.to_bytes()), file);  // strict
}

TEST(Lossless, KeepsAnEndOfTrackThatIsSpelledInAnOddWay) {
  for (const Bytes& end : {Bytes{0x80, 0, 0xFF, 0x2F, 0}, Bytes{0, 0xFF, 0x2F, 0x80, 0}}) {
    const Bytes bytes = header(0, 1) + chunk("MTrk", two_notes + end);
    EXPECT_EQ(MidiFile::from_bytes(bytes).to_bytes(), bytes);
  }
}

TEST(TolerantOnJunk, WritesBackEveryFileWhateverIsWrongWithIt) {
  std::minstd_rand random(7);  // NOLINT: the same bytes in every run
  const Bytes good =
      header(1, 2) +
      chunk("MTrk", Bytes{0,  0xFF, 0x51, 3,    7, 0xA1, 0x20, 0x83, 0x60, 0x90, 60,   64, 5,
                          60, 0,    0,    0xF0, 4, 1,    2,    3,    0xF7, 9,    0xC3, 4} +
                        end_of_track) +
      chunk("XXXX", {1, 2, 3}) + chunk("MTrk", two_notes + end_of_track);
  for (int round = 0; round < 20000; ++round) {
    Bytes bytes = good;
    for (int i = 0; i < 4; ++i) {
      bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random() >> 8);
    }
    bytes.resize(bytes.size() - random() % 12);
    try {
      ASSERT_EQ(tolerant(bytes).to_bytes(), bytes);
    } catch (const mido::MidiParseError& error) {
      ASSERT_LE(error.offset(), bytes.size());
    }
  }
}

}  // namespace
