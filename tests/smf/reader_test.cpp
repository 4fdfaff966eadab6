// SPDX-License-Identifier: MIT
#include "mido/smf/reader.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <random>
#include <string>

#include "mido/smf/midi_file.hpp"
#include "support/smf_bytes.hpp"

namespace {

using mido::FaultKind;
using mido::MidiFile;
using mido::MidiParseError;
using mido::smf::Event;
using mido::smf::Reader;
using mido::testing::Bytes;
using mido::testing::chunk;
using mido::testing::end_of_track;
using mido::testing::file_of;
using mido::testing::first_event_offset;
using mido::testing::header;
using mido::testing::operator+;

// The events point into `file`.
std::vector<Event> events_of(const Bytes& file) {
  Reader reader(file);
  std::vector<Event> events;
  while (auto track = reader.next_track()) {
    for (const Event& event : *track) events.push_back(event);
  }
  return events;
}

std::vector<Event> events_of(Bytes&&) = delete;

struct Fault {
  FaultKind kind;
  std::size_t offset;
  std::optional<std::size_t> track;
  friend bool operator==(const Fault&, const Fault&) = default;
};

std::optional<Fault> fault_of(const Bytes& file) {
  try {
    (void)MidiFile::from_bytes(file);
  } catch (const MidiParseError& error) {
    return Fault{error.kind(), error.offset(), error.track()};
  }
  return std::nullopt;
}

Fault in_first_track(FaultKind kind, std::size_t offset) {
  return {kind, first_event_offset + offset, 0};
}

Fault outside(FaultKind kind, std::size_t offset) { return {kind, offset, std::nullopt}; }

TEST(Reader, ReadsTheHeader) {
  const Bytes file = header(1, 2, 96) + chunk("MTrk", end_of_track) + chunk("MTrk", end_of_track);
  const Reader reader(file);
  EXPECT_EQ(reader.header().type, 1);
  EXPECT_EQ(reader.header().tracks, 2);
  EXPECT_EQ(reader.header().division, mido::Division(96));
}

TEST(Reader, ReadsAHeaderThatIsLongerThanItKnows) {
  const Bytes file = chunk("MThd", {0, 0, 0, 1, 0, 96, 1, 2, 3}) + chunk("MTrk", end_of_track);
  EXPECT_EQ(Reader(file).header().division, mido::Division(96));
  EXPECT_EQ(fault_of(file), std::nullopt);
}

TEST(Reader, GivesEventsAsTheyStandInTheFile) {
  const Bytes file = file_of({0x00, 0x92, 60,   64,           // note_on
                              0x81, 0x00, 60,   0,            // running status
                              0x05, 0xC0, 7,                  // one data byte
                              0x00, 0xF0, 3,    1,  2, 0xF7,  // sysex
                              0x00, 0xFF, 0x51, 3,  7, 0xA1, 0x20});
  const auto events = events_of(file);
  ASSERT_EQ(events.size(), 6U);
  EXPECT_EQ(events[0].delta, 0U);
  EXPECT_EQ(events[0].status, 0x92);
  EXPECT_EQ(events[0].offset, first_event_offset);
  EXPECT_FALSE(events[0].spelling.status_byte == mido::detail::StatusByte::left_out);
  EXPECT_EQ(events[1].delta, 128U);
  EXPECT_EQ(events[1].status, 0x92);
  EXPECT_FALSE(events[1].spelling.status_byte == mido::detail::StatusByte::left_out);
  EXPECT_EQ(Bytes(events[1].data.begin(), events[1].data.end()), (Bytes{60, 0}));
  EXPECT_EQ(events[2].data.size(), 1U);
  EXPECT_EQ(Bytes(events[3].data.begin(), events[3].data.end()), (Bytes{1, 2, 0xF7}));
  EXPECT_TRUE(events[4].is_meta());
  EXPECT_EQ(events[4].meta_type, 0x51);
  EXPECT_EQ(events[4].data.size(), 3U);
  EXPECT_EQ(events[5].meta_type, 0x2F);
}

TEST(Reader, PointsIntoTheFile) {
  const Bytes file = file_of({0, 0xFF, 0x01, 2, 'h', 'i'});
  const auto events = events_of(file);
  EXPECT_EQ(events[0].data.data(), file.data() + first_event_offset + 4);
}

TEST(Reader, PassesOverChunksThatAreNoTracks) {
  const Bytes file =
      header(0, 1) + chunk("XFIH", {1, 2, 3}) + chunk("MTrk", end_of_track) + chunk("XFKM", {});
  EXPECT_EQ(events_of(file).size(), 1U);
}

TEST(Reader, ReadsEveryLengthOfAVariableLengthQuantity) {
  const Bytes file = file_of({0x7F, 0xC0, 1,                //
                              0x81, 0x00, 1,                //
                              0xFF, 0x7F, 1,                //
                              0x81, 0x80, 0x00, 1,          //
                              0xFF, 0xFF, 0xFF, 0x7F, 1,    //
                              0x80, 0x80, 0x80, 0x01, 1});  // not the shortest
  const auto events = events_of(file);
  EXPECT_EQ(events[0].delta, 127U);
  EXPECT_EQ(events[1].delta, 128U);
  EXPECT_EQ(events[2].delta, 16383U);
  EXPECT_EQ(events[3].delta, 16384U);
  EXPECT_EQ(events[4].delta, 0x0FFFFFFFU);
  EXPECT_EQ(events[5].delta, 1U);
}

// ---- Faults: kind, offset and track ----------------------------------------------------------

TEST(ReaderFault, IsNoMidiFile) {
  EXPECT_EQ(fault_of({}), outside(FaultKind::no_header, 0));
  EXPECT_EQ(fault_of({'M', 'T', 'h'}), outside(FaultKind::no_header, 0));
  EXPECT_EQ(fault_of({'R', 'I', 'F', 'F', 0, 0, 0, 0}), outside(FaultKind::no_header, 0));
  try {
    (void)MidiFile::from_bytes(Bytes{'x'});
    FAIL();
  } catch (const MidiParseError& error) {
    EXPECT_STREQ(error.what(), "MThd not found. Probably not a MIDI file (offset 0)");
  }
}

TEST(ReaderFault, IsABadHeader) {
  EXPECT_EQ(fault_of(chunk("MThd", {0, 1, 0, 0})), outside(FaultKind::bad_header, 8));
  EXPECT_EQ(fault_of(header(3, 0)), outside(FaultKind::bad_header, 8));
  EXPECT_EQ(fault_of(header(1, 0, 0)), outside(FaultKind::bad_header, 12));
  EXPECT_EQ(fault_of(header(1, 0, 0xE700)), outside(FaultKind::bad_header, 12));
  EXPECT_EQ(fault_of(header(1, 0, 0xFF28)), outside(FaultKind::bad_header, 12));
  EXPECT_EQ(fault_of(header(1, 0, 0x8028)), outside(FaultKind::bad_header, 12));
}

TEST(ReaderFault, IsAChunkLongerThanTheFile) {
  Bytes file = file_of({});
  file[21] = 200;
  EXPECT_EQ(fault_of(file), outside(FaultKind::truncated_chunk, 22));
  file[18] = 0xFF;
  EXPECT_EQ(fault_of(file), outside(FaultKind::truncated_chunk, 22));
}

TEST(ReaderFault, IsAWrongNumberOfTracks) {
  EXPECT_EQ(fault_of(header(1, 2) + chunk("MTrk", end_of_track)),
            outside(FaultKind::missing_tracks, 26));
  EXPECT_EQ(fault_of(header(1, 0) + chunk("MTrk", end_of_track)),
            outside(FaultKind::extra_tracks, 14));
  EXPECT_EQ(fault_of(header(0, 2) + chunk("MTrk", end_of_track) + chunk("MTrk", end_of_track)),
            outside(FaultKind::extra_tracks, 26));
}

TEST(ReaderFault, IsBytesAfterTheLastChunk) {
  EXPECT_EQ(fault_of(file_of({}) + Bytes{0, 0}), outside(FaultKind::trailing_bytes, 26));
}

TEST(ReaderFault, IsATrackThatEndsInsideAnEvent) {
  const auto cut = [](const Bytes& events) {
    return fault_of(header(0, 1) + chunk("MTrk", events));
  };
  EXPECT_EQ(cut({0x81}), in_first_track(FaultKind::truncated_event, 1));
  EXPECT_EQ(cut({0}), in_first_track(FaultKind::truncated_event, 1));
  EXPECT_EQ(cut({0, 0x90, 60}), in_first_track(FaultKind::truncated_event, 2));
  EXPECT_EQ(cut({0, 0xFF}), in_first_track(FaultKind::truncated_event, 2));
  EXPECT_EQ(cut({0, 0xFF, 1, 5, 'x'}), in_first_track(FaultKind::truncated_event, 4));
  EXPECT_EQ(cut({0, 0xF0, 0xFF, 0xFF, 0xFF, 0x7F}), in_first_track(FaultKind::truncated_event, 6));
}

TEST(ReaderFault, IsAQuantityOfMoreThanFourBytes) {
  EXPECT_EQ(fault_of(file_of({0x81, 0x80, 0x80, 0x80, 0x00, 0xF6})),
            in_first_track(FaultKind::long_quantity, 0));
}

TEST(ReaderFault, IsADataByteWithoutAStatus) {
  EXPECT_EQ(fault_of(file_of({0, 60, 64})), in_first_track(FaultKind::no_running_status, 1));
}

TEST(ReaderFault, IsRunningStatusThatAMetaOrSysexEventHasCancelled) {
  EXPECT_EQ(fault_of(file_of({0, 0x90, 60, 64, 0, 0xFF, 1, 0, 0, 60, 0})),
            in_first_track(FaultKind::cancelled_status, 9));
  EXPECT_EQ(fault_of(file_of({0, 0x90, 60, 64, 0, 0xF0, 1, 0xF7, 0, 60, 0})),
            in_first_track(FaultKind::cancelled_status, 9));
}

TEST(ReaderFault, IsADataByteOver127) {
  EXPECT_EQ(fault_of(file_of({0, 0x90, 60, 128})), in_first_track(FaultKind::bad_data_byte, 1));
  EXPECT_EQ(fault_of(file_of({0, 0x90, 60, 1, 0, 0xC0, 0x80})),
            in_first_track(FaultKind::bad_data_byte, 5));
  EXPECT_EQ(fault_of(file_of({0, 0xF0, 3, 1, 0x80, 0xF7})),
            in_first_track(FaultKind::bad_data_byte, 1));
}

TEST(ReaderFault, IsASystemMessageInATrack) {
  for (const std::uint8_t status : Bytes{0xF1, 0xF2, 0xF3, 0xF4, 0xF6, 0xF8, 0xFA, 0xFE}) {
    EXPECT_EQ(fault_of(file_of({0, status, 0, 0})), in_first_track(FaultKind::system_message, 1));
  }
}

TEST(ReaderFault, IsAMetaMessageWithAnImpossiblePayload) {
  for (const Bytes& meta : {Bytes{0x51, 2, 0, 0}, Bytes{0x51, 4, 0, 0, 0, 0}, Bytes{0x59, 2, 8, 0},
                            Bytes{0x59, 2, 0, 2}, Bytes{0x58, 3, 4, 2, 24}, Bytes{0x20, 0},
                            Bytes{0x54, 5, 0, 60, 0, 0, 0}, Bytes{0x54, 5, 0x80, 0, 0, 0, 0}}) {
    EXPECT_EQ(fault_of(file_of(Bytes{0, 0xFF} + meta)), in_first_track(FaultKind::bad_meta, 1));
  }
}

TEST(ReaderFault, IsNotASequenceNumberOrPortWithoutOne) {
  EXPECT_EQ(fault_of(file_of({0, 0xFF, 0x00, 0, 0, 0xFF, 0x21, 0})), std::nullopt);
}

TEST(ReaderFault, IsATrackWithoutItsEnd) {
  EXPECT_EQ(fault_of(header(0, 1) + chunk("MTrk", {0, 0x90, 60, 64})),
            in_first_track(FaultKind::missing_end_of_track, 4));
  EXPECT_EQ(fault_of(header(0, 1) + chunk("MTrk", {})),
            in_first_track(FaultKind::missing_end_of_track, 0));
}

TEST(ReaderFault, IsATrackThatGoesOnAfterItsEnd) {
  EXPECT_EQ(fault_of(file_of(end_of_track)), in_first_track(FaultKind::after_end_of_track, 4));
}

TEST(ReaderFault, NamesTheTrack) {
  const Bytes file = header(1, 2) + chunk("MTrk", end_of_track) + chunk("MTrk", {0, 60});
  EXPECT_EQ(fault_of(file), (Fault{FaultKind::no_running_status, 35, 1}));
  try {
    (void)MidiFile::from_bytes(file);
    FAIL();
  } catch (const MidiParseError& error) {
    EXPECT_STREQ(error.what(), "a data byte without a status byte before it (track 1, offset 35)");
  }
}

// ---- Anything may come -----------------------------------------------------------------------

Bytes busy_file() {
  return header(1, 2) +
         chunk("MTrk",
               Bytes{0, 0xFF, 0x51, 3, 7, 0xA1, 0x20, 0x83, 0x60, 0x90, 60,   64,   5, 60,   0,
                     0, 0xF0, 4,    1, 2, 3,    0xF7, 0,    0xF7, 2,    0xF8, 0x80, 9, 0xC3, 4} +
                   end_of_track) +
         chunk("XXXX", {1, 2, 3, 4, 5}) +
         chunk("MTrk", Bytes{0, 0xFF, 3, 3, 'a', 'b', 'c', 0, 0xE0, 0, 64} + end_of_track);
}

// Reads a file that may be damaged; whatever loads must survive being written.
void read_anything(const Bytes& file) {
  try {
    const auto read = MidiFile::from_bytes(file);
    ASSERT_EQ(MidiFile::from_bytes(read.to_bytes()), read);
  } catch (const MidiParseError& error) {
    ASSERT_LE(error.offset(), file.size());
  }
}

TEST(ReaderOnJunk, SurvivesAFileCutAtEveryPlace) {
  const Bytes file = busy_file();
  read_anything(file);
  for (std::size_t size = 0; size < file.size(); ++size) {
    const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_NE(fault_of(cut), std::nullopt) << size;
  }
}

TEST(ReaderOnJunk, SurvivesEveryValueOfEveryByte) {
  Bytes file = busy_file();
  for (std::size_t i = 0; i < file.size(); ++i) {
    const std::uint8_t old = file[i];
    for (int value = 0; value < 256; ++value) {
      file[i] = static_cast<std::uint8_t>(value);
      read_anything(file);
    }
    file[i] = old;
  }
}

TEST(ReaderOnJunk, SurvivesManyChanges) {
  std::minstd_rand random(1);  // NOLINT: the same bytes in every run
  const Bytes original = busy_file();
  for (int round = 0; round < 20000; ++round) {
    Bytes file = original;
    for (int i = 0; i < 6; ++i) {
      file[14 + random() % (file.size() - 14)] = static_cast<std::uint8_t>(random() >> 8);
    }
    read_anything(file);
  }
}

}  // namespace
