// SPDX-License-Identifier: MIT
#include "mido/smf/texts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mido/codec/text.hpp"
#include "support/smf_bytes.hpp"

namespace {

using mido::Charset;
using mido::detect_charset;
using mido::Lyrics;
using mido::MidiFile;
using mido::recode_texts;
using mido::Text;
using mido::TrackEvent;
using mido::TrackName;
using mido::testing::Bytes;
using mido::testing::file_of;
using mido::testing::operator+;

bool has_libraries() {
  try {
    return !Charset::detect("\x81").name().empty() && !Charset("shift_jis").name().empty();
  } catch (const mido::ValueError&) {
    return false;
  }
}

MidiFile with_lyrics(const std::vector<std::string>& texts) {
  MidiFile file(0);
  file.add_track();
  for (const auto& text : texts) file.tracks[0].push_back(Lyrics{.text = text}, 10);
  return file;
}

std::vector<std::string> lyrics_of(const MidiFile& file) {
  std::vector<std::string> texts;
  for (const auto& event : file.tracks.at(0)) texts.push_back(event.get<Lyrics>().text);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Texts, AreTheMetaMessagesOfTypes1To15) {
  EXPECT_TRUE(is_text(Text{}));
  EXPECT_TRUE(is_text(mido::UnknownMeta{.type_byte = 0x0F}));
  EXPECT_FALSE(is_text(mido::UnknownMeta{.type_byte = 0x10}));
  EXPECT_FALSE(is_text(mido::SequenceNumber{}));
  EXPECT_FALSE(is_text(mido::SequencerSpecific{}));
  EXPECT_FALSE(is_text(mido::NoteOn{}));
}

TEST(DetectCharset, TakesPlainAndUtf8TextsForUtf8) {
  EXPECT_EQ(detect_charset(MidiFile()), Charset::utf8());
  EXPECT_EQ(detect_charset(with_lyrics({"plain", "für"})), Charset::utf8());
}

TEST(DetectCharset, BelievesTheFirstTag) {
  EXPECT_EQ(detect_charset(with_lyrics({"{@LATIN}", "f\xFCr", "{@JP}"})), Charset::latin1());
  if (!has_libraries()) GTEST_SKIP() << "built without iconv or uchardet";
  EXPECT_EQ(detect_charset(with_lyrics({"x", "{@JP}{@LATIN}"})), Charset("shift_jis"));
}

TEST(DetectCharset, LooksAtTheTextsOfAllTracks) {
  if (!has_libraries()) GTEST_SKIP() << "built without iconv or uchardet";
  const Charset shift_jis("shift_jis");
  MidiFile file = with_lyrics({"plain"});
  for (const char* text : {"さくらさくら", "やよいの空は", "見わたす限り", "かすみか雲か"}) {
    file.add_track(shift_jis.encode(text));
  }
  EXPECT_EQ(detect_charset(file), shift_jis);
}

TEST(RecodeTexts, WritesAllTextsInAnotherCharset) {
  MidiFile file = with_lyrics({"f\xFCr", "plain"});
  file.add_track("caf\xE9").push_back(mido::NoteOn{.note = 60}, 5);
  recode_texts(file, Charset::latin1(), Charset::utf8());
  EXPECT_EQ(lyrics_of(file), (Texts{"für", "plain"}));
  EXPECT_EQ(file.tracks[1].name(), "café");
  EXPECT_EQ(file.tracks[0][0].time(), 10);
  EXPECT_EQ(file.tracks[1][1], TrackEvent(mido::NoteOn{.note = 60}, 5));
}

TEST(RecodeTexts, KeepsBytesThatMeanNothing) {
  MidiFile file = with_lyrics({"a\xFF\xFC"});
  recode_texts(file, Charset::utf8(), Charset::latin1());
  EXPECT_EQ(lyrics_of(file), Texts{"a\xFF\xFC"});
}

TEST(RecodeTexts, LeavesTheFileAloneWhenACharacterIsMissing) {
  const MidiFile before = with_lyrics({"für", "日"});
  MidiFile file = before;
  try {
    recode_texts(file, Charset::utf8(), Charset::latin1());
    FAIL();
  } catch (const mido::ValueError& error) {
    EXPECT_STREQ(error.what(), "track 0: '日' cannot be written in charset latin1");
  }
  EXPECT_EQ(file, before);
}

TEST(RecodeTexts, GivesTheFileTheTagOfItsCharset) {
  MidiFile file = with_lyrics({"{@LATIN}", "f\xFCr {@JP}{@LATIN}"});
  recode_texts(file, Charset::latin1(), Charset::utf8());
  EXPECT_EQ(lyrics_of(file), (Texts{"", "für "}));
  EXPECT_EQ(detect_charset(file), Charset::utf8());
  if (!has_libraries()) GTEST_SKIP() << "built without iconv or uchardet";
  MidiFile japanese = with_lyrics({"{@LATIN}x"});
  recode_texts(japanese, Charset::latin1(), Charset("shift_jis"));
  EXPECT_EQ(lyrics_of(japanese), Texts{"{@JP}x"});
}

TEST(RecodeTexts, ChangesNoByteOfOtherEvents) {
  const Bytes odd_notes = {0x80, 0x80, 0x00, 0x90, 60, 64, 0, 0x90, 60, 0};
  const Bytes odd_name = {0, 0xFF, 3, 0x80, 1, 'x'};
  MidiFile file = MidiFile::from_bytes(file_of(odd_notes + odd_name + Bytes{0, 0xFF, 5, 1, 0xE9}));
  recode_texts(file, Charset::latin1(), Charset::utf8());
  EXPECT_EQ(file.to_bytes(), file_of(odd_notes + odd_name + Bytes{0, 0xFF, 5, 2, 0xC3, 0xA9}));
}

}  // namespace
