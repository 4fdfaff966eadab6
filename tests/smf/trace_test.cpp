// SPDX-License-Identifier: MIT
#include "mido/smf/trace.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "mido/values/errors.hpp"
#include "support/smf_bytes.hpp"
#include "support/temporary_folder.hpp"
#include "support/traced_bytes.hpp"

namespace {

using mido::testing::Bytes;
using mido::testing::chunk;
using mido::testing::end_of_track;
using mido::testing::file_of;
using mido::testing::header;
using mido::testing::traced_bytes;
using mido::testing::operator+;
using ::testing::HasSubstr;

std::string trace(const Bytes& bytes) {
  std::ostringstream out;
  mido::smf::trace(bytes, out);
  return out.str();
}

TEST(Trace, SaysWhatEveryByteMeans) {
  const Bytes bytes = header(0, 1) + chunk("MTrk", Bytes{0, 0xFF, 3, 5, 'h', 'e', 'l', 'l', 'o',
                                                         0x83, 0x60, 0x90, 60, 64, 5, 60, 0} +
                                                       end_of_track);
  EXPECT_EQ(
      trace(bytes),
      "00000000  4D 54 68 64 00 00 00 06  header, 6 bytes\n"
      "00000008  00 00                    type 0\n"
      "0000000A  00 01                    1 track\n"
      "0000000C  01 E0                    480 ticks per beat\n"
      "0000000E  4D 54 72 6B 00 00 00 15  track 0, 21 bytes\n"
      "00000016  00 FF 03 05 68 65 6C 6C  tick 0: MetaMessage('track_name', name='hello', time=0)\n"
      "0000001E  6F\n"
      "0000001F  83 60 90 3C 40           tick 480: note_on channel=0 note=60 velocity=64 "
      "time=480\n"
      "00000024  05 3C 00                 tick 485: note_on channel=0 note=60 velocity=0 time=5\n"
      "00000027  00 FF 2F 00              tick 485: MetaMessage('end_of_track', time=0)\n");
}

TEST(Trace, TellsFaultsWhereTheyAre) {
  EXPECT_THAT(trace(file_of({5, 0x90, 60, 200})),
              HasSubstr("00000016  05 90 3C C8              tick 5: RawEvent(status=144, data=(60, "
                        "200), time=5)\n"
                        "00000017  !! bad_data_byte: data byte must be in range 0..127\n"
                        "0000001A  00 FF 2F 00 "));
  EXPECT_THAT(trace(header(0, 2) + chunk("MTrk", {})),
              HasSubstr("00000016  !! missing_end_of_track: the track has no end_of_track\n"
                        "00000016  !! missing_tracks: fewer tracks than the header says\n"));
}

TEST(Trace, ShowsOtherDivisionsAndLongerHeaders) {
  EXPECT_THAT(trace(header(1, 0, 0xE728)),
              HasSubstr("E7 28                    25 frames a second, 40 ticks per frame\n"));
  EXPECT_THAT(trace(header(1, 0, 0xE364)), HasSubstr("29.97 frames a second"));
  EXPECT_THAT(trace(header(1, 0, 0)),
              HasSubstr("00 00                    no division\n0000000C  !! bad_header"));
  EXPECT_THAT(trace(chunk("MThd", {0, 1, 0, 0, 0, 96, 1, 2})),
              HasSubstr("0000000E  01 02                    unknown to SMF 1.0\n"));
}

TEST(Trace, ShowsChunksAndBytesThatAreNoTracks) {
  const std::string text = trace(header(1, 0) + chunk("XFIH", {1, 2}) + Bytes{0, 9});
  EXPECT_THAT(text, HasSubstr("58 46 49 48 00 00 00 02  chunk 'XFIH', 2 bytes\n"
                              "0000000E  !! foreign_chunk: a chunk that is no track\n"
                              "00000016  01 02\n"
                              "00000018  00 09                    no chunk\n"));
}

TEST(Trace, ShowsWhatAFileStandsIn) {
  const Bytes inner = header(1, 0);
  const Bytes riff =
      Bytes{'R', 'I', 'F', 'F', 40, 0, 0, 0, 'R', 'M', 'I', 'D', 'd', 'a', 't', 'a', 14, 0, 0, 0} +
      inner + Bytes{'D', 'I', 'S', 'P', 1, 0, 0, 0, 7, 0};
  const std::string text = trace(riff);
  EXPECT_THAT(text, HasSubstr("RIFF file (RMID)\n"));
  EXPECT_THAT(text, HasSubstr("0000000C  64 61 74 61 0E 00 00 00  RIFF chunk 'data', 14 bytes\n"
                              "00000014  4D 54 68 64 00 00 00 06  header, 6 bytes\n"));
  EXPECT_THAT(text, HasSubstr("RIFF chunk 'DISP', 1 byte\n0000002A  07\n"));
  EXPECT_EQ(traced_bytes(text), riff);
  EXPECT_THAT(trace(Bytes{1, 2} + inner),
              HasSubstr("01 02                    no part of the MIDI file\n"));
}

TEST(Trace, ShowsWhatIsNoMidiFile) {
  EXPECT_EQ(trace({}), "00000000  !! no_header: MThd not found. Probably not a MIDI file\n");
  EXPECT_EQ(trace({'M', 'T', 'h', 'd', 0}),
            "00000005  !! bad_header: the file ends inside its header\n"
            "00000000  4D 54 68 64 00           no MIDI file\n");
}

TEST(Trace, ShortensLongTextsBetweenCharacters) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "ü";
  const Bytes text(name.begin(), name.end());
  for (const Bytes& prefix : {Bytes{}, Bytes{'x'}}) {
    const std::string traced = trace(file_of(
        Bytes{0, 0xFF, 1, 0x81, static_cast<std::uint8_t>(72 + prefix.size())} + prefix + text));
    EXPECT_THAT(traced, HasSubstr("ü...\n"));
  }
}

// More faults than Diagnostics keeps.
TEST(Trace, TellsEveryFault) {
  Bytes events;
  for (int i = 0; i < 10500; ++i) events.insert(events.end(), {0, 0x90, 60, 200});
  Bytes bytes = file_of(events);
  bytes[20] = static_cast<std::uint8_t>((events.size() + 4) >> 8);
  std::istringstream lines(trace(bytes));
  int faults = 0;
  for (std::string line; std::getline(lines, line);)
    faults += line.find("!! bad_data") == 10 ? 1 : 0;
  EXPECT_EQ(faults, 10500);
}

TEST(Trace, ShowsEveryByteOfAnyFile) {
  const Bytes original =
      header(1, 2) +
      chunk("MTrk", Bytes{0, 0x90, 60, 64, 5, 60, 0, 0, 0xF0, 3, 1, 2, 0xF7} + end_of_track) +
      chunk("XXXX", {1, 2, 3}) + chunk("MTrk", end_of_track);
  std::minstd_rand random(1);  // NOLINT: the same bytes in every run
  for (int round = 0; round < 5000; ++round) {
    Bytes bytes(original.begin(), original.end() - static_cast<int>(random() % original.size()));
    for (int i = 0; i < 3; ++i)
      bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random() >> 8);
    ASSERT_EQ(traced_bytes(trace(bytes)), bytes);
  }
}

TEST(Trace, ReadsAFile) {
  const mido::testing::TemporaryFolder folder;
  const Bytes bytes = file_of({});
  std::ofstream(folder.path() / "a.mid", std::ios::binary)
      << std::string(bytes.begin(), bytes.end());
  std::ostringstream out;
  mido::smf::trace_file(folder.path() / "a.mid", out);
  EXPECT_EQ(out.str(), trace(bytes));
  EXPECT_THROW(mido::smf::trace_file(folder.path() / "b.mid", out), mido::FileError);
}

}  // namespace
