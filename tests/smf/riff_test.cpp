// SPDX-License-Identifier: MIT

// MIDI files that stand in a RIFF file (RMID).

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "mido/smf/midi_file.hpp"
#include "support/smf_bytes.hpp"

namespace {

using mido::MidiFile;
using mido::NoteOn;
using mido::smf::InfoField;
using mido::smf::Wrapper;
using mido::testing::Bytes;
using mido::testing::file_of;
using mido::testing::operator+;

using Info = std::vector<InfoField>;

Bytes text(std::string_view characters) { return {characters.begin(), characters.end()}; }

Bytes riff_chunk(std::string_view id, const Bytes& data) {
  const auto size = data.size();
  return text(id) +
         Bytes{static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8), 0, 0} + data +
         Bytes(size % 2, 0);
}

Bytes rmid(const Bytes& chunks) { return riff_chunk("RIFF", text("RMID") + chunks); }

Bytes info(const Bytes& fields) { return riff_chunk("LIST", text("INFO") + fields); }

const Bytes inner = file_of({0, 0x90, 60, 64, 0, 0xFF, 1, 3, 'h', 'e', 'y'});  // of odd length
const Bytes title = riff_chunk("INAM", text("Song") + Bytes{0});
const Bytes sound_font = riff_chunk("RIFF", text("sfbk") + riff_chunk("LIST", text("INFO")));

MidiFile read(const Bytes& bytes) { return MidiFile::from_bytes(bytes, {.tolerant = true}); }

// What `bytes` become when the song inside grows or not.
Bytes edited(const Bytes& bytes, bool grow) {
  MidiFile file = read(bytes);
  if (grow) file.tracks[0].push_back(NoteOn{.note = 62}, 1);
  return file.to_bytes();
}

TEST(Riff, TellsWhatTheFileSaysAboutItself) {
  const Bytes fields = title + riff_chunk("IART", text("Some\xF6ne") + Bytes{0, 0, 0}) +
                       riff_chunk("ICMT", {}) + riff_chunk("ISFT", text("unended"));
  const Info expected = {
      {"INAM", "Song"}, {"IART", "Some\xF6ne"}, {"ICMT", ""}, {"ISFT", "unended"}};
  EXPECT_EQ(read(rmid(info(fields) + riff_chunk("data", inner))).riff_info(), expected);
  EXPECT_EQ(read(rmid(riff_chunk("data", inner) + sound_font + info(fields))).riff_info(),
            expected);
  EXPECT_EQ(read(rmid(info(title) + riff_chunk("data", inner) + info({}))).riff_info(),
            Info({{"INAM", "Song"}}));
}

TEST(Riff, SaysNothingOfOtherFiles) {
  EXPECT_TRUE(read(inner).riff_info().empty());
  EXPECT_TRUE(MidiFile().riff_info().empty());
  EXPECT_TRUE(read(text("junk") + inner).riff_info().empty());
  EXPECT_TRUE(read(rmid(riff_chunk("data", inner) + sound_font)).riff_info().empty());
}

TEST(Riff, IsWrittenBackWithItsSoundFont) {
  const Bytes bytes = rmid(info(title) + riff_chunk("data", inner) + sound_font);
  EXPECT_EQ(read(bytes).to_bytes(), bytes);
}

TEST(Riff, KeepsItsSoundFontWhenTheSongChanges) {
  const Bytes bytes = rmid(info(title) + riff_chunk("data", inner) + sound_font);
  MidiFile plain = MidiFile::from_bytes(inner);
  plain.tracks[0].push_back(NoteOn{.note = 62}, 1);
  EXPECT_EQ(edited(bytes, true),
            rmid(info(title) + riff_chunk("data", plain.to_bytes()) + sound_font));
}

TEST(Riff, IsReadWithoutThePaddingThatSomeWritersForget) {
  ASSERT_EQ(inner.size() % 2, 1U);
  Bytes unpadded = riff_chunk("data", inner);
  unpadded.pop_back();
  const Bytes bytes = rmid(unpadded + info(title));
  EXPECT_EQ(read(bytes).riff_info(), Info({{"INAM", "Song"}}));
  EXPECT_EQ(edited(bytes, false), bytes);
  EXPECT_EQ(read(edited(bytes, true)).riff_info(), Info({{"INAM", "Song"}}));
}

TEST(Riff, IsLeftBehindOnRequest) {
  for (const Bytes& bytes : {rmid(info(title) + riff_chunk("data", inner) + sound_font),
                             text("leading junk") + inner, inner}) {
    MidiFile file = read(bytes);
    file.unwrap();
    EXPECT_EQ(file.wrapper(), Wrapper::none);
    EXPECT_TRUE(file.riff_info().empty());
    EXPECT_EQ(file.to_bytes(), inner);
  }
  MidiFile made(0);
  made.add_track();
  const Bytes before = made.to_bytes();
  made.unwrap();
  EXPECT_EQ(made.to_bytes(), before);
}

TEST(Riff, TakesDataOnlyWhenItIsAMidiFile) {
  const Bytes bytes = rmid(riff_chunk("data", text("something else")) + riff_chunk("data", inner));
  EXPECT_EQ(read(bytes).tracks, read(inner).tracks);
  EXPECT_THROW(read(rmid(riff_chunk("data", text("something else")))), mido::MidiParseError);
}

TEST(Riff, SurvivesLengthsThatLie) {
  const Bytes bytes = rmid(info(title) + riff_chunk("data", inner) + info(title));
  std::minstd_rand random(1);  // NOLINT: the same bytes in every run
  for (int round = 0; round < 20000; ++round) {
    Bytes damaged(bytes.begin(), bytes.end() - static_cast<int>(random() % 20));
    for (int i = 0; i < 3; ++i)
      damaged[12 + random() % 28] = static_cast<std::uint8_t>(random() >> 8);
    damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random() >> 8);
    try {
      MidiFile file = read(damaged);
      ASSERT_EQ(file.to_bytes(), damaged);
      for (const auto& field : file.riff_info()) ASSERT_EQ(field.id.size(), 4U);
      ASSERT_FALSE(edited(damaged, !file.tracks.empty()).empty());
    } catch (const mido::MidiParseError&) {
      continue;
    }
  }
}

}  // namespace
