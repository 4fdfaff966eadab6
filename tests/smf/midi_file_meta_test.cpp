// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string_view>
#include <tuple>

#include "mido/messages/register_meta_type.hpp"
#include "mido/smf/errors.hpp"
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

struct Cue {
  static constexpr std::string_view type = "light_cue";
  static constexpr std::uint8_t type_byte = 0x70;
  static constexpr std::size_t size = 1;
  MetaByte lamp = 0;
  static constexpr auto fields() {
    return std::tuple{field("lamp", &Cue::lamp, {.shift = 0, .width = 8})};
  }
};

TEST(MetaMessageInAFile, MayBeOfATypeOfOnesOwn) {
  register_meta_type<Cue>();
  const MidiTrack track = track_of({9, 0xFF, 0x70, 1, 200});
  EXPECT_EQ(track[0].type(), "light_cue");
  EXPECT_EQ(track[0]["lamp"], 200);
  EXPECT_EQ(track[0].time(), 9);
  EXPECT_EQ(track[0].get<Cue>().lamp, 200);
}

TEST(MetaMessageInAFile, IsCheckedAsATypeOfOnesOwn) {
  register_meta_type<Cue>();
  const Bytes bytes = file_of({9, 0xFF, 0x70, 2, 1, 2});
  EXPECT_THROW(MidiFile::from_bytes(bytes), MidiParseError);
  const auto file = MidiFile::from_bytes(bytes, {.tolerant = true});
  ASSERT_EQ(file.diagnostics().size(), 1U);
  EXPECT_EQ(file.diagnostics()[0].kind, FaultKind::bad_meta);
  EXPECT_EQ(file.tracks[0][0], TrackEvent(UnknownMeta{.type_byte = 0x70, .data = {1, 2}}, 9));
}

}  // namespace
}  // namespace mido
