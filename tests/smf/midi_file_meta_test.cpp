// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "mido/smf/midi_file.hpp"
#include "support/smf_bytes.hpp"

namespace mido {
namespace {

using testing::file_of;

// A file of one track with these events, read, and written back to the same bytes.
MidiTrack track_of(const Bytes& events) {
  const Bytes bytes = file_of(events);
  const auto file = MidiFile::from_bytes(bytes);
  EXPECT_EQ(file.to_bytes(), bytes);
  return file.tracks.at(0);
}

TEST(MetaMessageInAFile, KeepsItsTimeWhenItsTypeIsUnknown) {
  const MidiTrack track = track_of({0x83, 0x60, 0xFF, 0x60, 2, 1, 200, 5, 0x90, 60, 64});
  EXPECT_EQ(track[0], TrackEvent(UnknownMeta{.type_byte = 0x60, .data = {1, 200}}, 480));
  EXPECT_EQ(track[1], TrackEvent(NoteOn{.note = 60}, 5));
}

TEST(MetaMessageInAFile, MayHaveNoNumberOrPort) {
  const MidiTrack track = track_of({7, 0xFF, 0x00, 0, 8, 0xFF, 0x21, 0});
  EXPECT_EQ(track[0].get<SequenceNumber>().number, 0);
  EXPECT_EQ(track[0].time(), 7);
  EXPECT_EQ(track[1].get<MidiPort>().port, 0);
  EXPECT_EQ(track[1].time(), 8);
}

TEST(MetaMessageInAFile, MayBeAProgramName) {
  const MidiTrack track = track_of({9, 0xFF, 0x08, 3, 'O', 'b', 'o'});
  EXPECT_EQ(track[0], TrackEvent(ProgramName{.name = "Obo"}, 9));
}

}  // namespace
}  // namespace mido
