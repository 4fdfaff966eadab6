// SPDX-License-Identifier: MIT
#include "cli/file_maker.hpp"

#include <gmock/gmock.h>

#include "cli/program_run.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

MidiFile file_of(const std::string& text) { return MidiFile::from_bytes(make_file(text, "a")); }

std::string error_of(const std::string& text) {
  try {
    static_cast<void>(make_file(text, "a.txt"));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(MakeFile, TakesWhatIsTypedByHand) {
  const MidiFile file = file_of(
      "# a comment\n"
      "midi\n"
      "track\n"
      "  track_name name=\"a # b\"\n"
      "  note_on note=60            # middle C\n"
      "  note_off note=60 time=480\r\n"
      "  @960 note_on note=61\n");
  EXPECT_EQ(int{file.type}, 1);
  EXPECT_EQ(file.division, Division(480));
  ASSERT_EQ(file.tracks.size(), 1U);
  EXPECT_THAT(file.tracks[0],
              ElementsAre(TrackEvent(TrackName{.name = "a # b"}), TrackEvent(NoteOn{.note = 60}),
                          TrackEvent(NoteOff{.note = 60}, 480), TrackEvent(NoteOn{.note = 61}, 480),
                          TrackEvent(EndOfTrack{})));
}

TEST(MakeFile, PassesOverTheColumnsOfADump) {
  const MidiFile file = file_of("midi\ntrack\n@480  0.500  22  note_on note=60\n");
  EXPECT_EQ(file.tracks.at(0)[0], TrackEvent(NoteOn{.note = 60}, 480));
}

TEST(MakeFile, KnowsEveryKindOfDivision) {
  EXPECT_EQ(file_of("midi type=0 ticks_per_beat=96\ntrack\n").division, Division(96));
  EXPECT_EQ(file_of("midi frame_rate=29.97 ticks_per_frame=80\ntrack\n").division,
            Division::smpte(29.97, 80));
  EXPECT_EQ(file_of("midi division=0xE728\ntrack\n").division, Division::smpte(25, 40));
}

TEST(MakeFile, WritesWhatIsWrongAsItIsSaid) {
  const Bytes bytes = make_file(
      "raw\nbytes 01 ff\n"
      "midi type=0 tracks=7 length=8\n"
      "bytes AA BB\n"
      "track length=9 no_end\n"
      "chunk \"a \"b\"\n"
      "bytes 00\n",
      "a");
  EXPECT_THAT(bytes,
              ElementsAre(1, 0xFF, 'M', 'T', 'h', 'd', 0, 0, 0, 8, 0, 0, 0, 7, 0x01, 0xE0, 0xAA,
                          0xBB, 'M', 'T', 'r', 'k', 0, 0, 0, 9, 'a', ' ', '"', 'b', 0, 0, 0, 1, 0));
}

TEST(MakeFile, SaysWhereAndWhatItExpected) {
  EXPECT_EQ(error_of("midi\n\ntrak\n"),
            "a.txt:3: 'trak': expected midi, track, chunk, raw or bytes; an event stands after a "
            "line 'track'");
  EXPECT_THAT(error_of("track\n"), StartsWith("a.txt:1: expected a line 'midi "));
  EXPECT_THAT(error_of(""), HasSubstr("expected a line 'midi "));
  EXPECT_THAT(error_of("midi\nmidi\n"), StartsWith("a.txt:2: "));
  EXPECT_THAT(error_of("midi type=x\n"), HasSubstr("'type=x': expected a number of 0 to 65535"));
  EXPECT_THAT(error_of("midi tempo=5\n"), HasSubstr("'tempo=5' is not known here; expected type"));
  EXPECT_THAT(error_of("midi ticks_per_beat=0\n"), HasSubstr("ticks_per_beat must be in range"));
  EXPECT_THAT(error_of("midi frame_rate=25\n"), HasSubstr("expected ticks_per_frame"));
  EXPECT_THAT(error_of("midi frame_rate=x ticks_per_frame=1\n"), HasSubstr("frame_rate must be"));
  EXPECT_THAT(error_of("chunk XF\n"), HasSubstr("expected the four letters"));
  EXPECT_THAT(error_of("raw\nbytes 100\n"), HasSubstr("two hexadecimal digits"));
  EXPECT_THAT(error_of("midi\ntrack\nbytes 00\n"), HasSubstr("bytes stand after"));
  EXPECT_THAT(error_of("midi\ntrack\nnote_on note=200\n"),
              StartsWith("a.txt:3: data byte must be"));
  EXPECT_THAT(error_of("midi\ntrack\n@9 note_on\n@8 note_on\n"), HasSubstr("not before the last"));
  EXPECT_THAT(error_of("midi\ntrack\n@9 note_on time=9\n"), HasSubstr("not both"));
  EXPECT_THAT(error_of("midi\ntrack\n@x note_on\n"), HasSubstr("expected a tick"));
  EXPECT_THAT(error_of("midi\ntrack\n@9 1.5 7\n"), HasSubstr("expected an event"));
}

}  // namespace
}  // namespace mido::cli
