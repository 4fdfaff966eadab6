// SPDX-License-Identifier: MIT
#include "cli/lanes.hpp"

#include <gtest/gtest.h>

namespace mido::cli {
namespace {

Survey song(int lowest, int highest, bool drums = false) {
  Survey result{.lowest = lowest, .highest = highest};
  result.channels.set(0);
  result.channels.set(drum_channel, drums);
  return result;
}

TEST(Lanes, FillTheWidthWithKeysAroundThoseOfTheSong) {
  const Lanes lanes(song(36, 84), 80);
  EXPECT_EQ(lanes.key_width(), 1);
  EXPECT_EQ(lanes.keyboard().first, 0);
  EXPECT_EQ(lanes.keyboard().count, 80);
  EXPECT_EQ(lanes.lowest(), 21);
  EXPECT_EQ(lanes.highest(), 100);
}

TEST(Lanes, MakeKeysWiderWhenThereAreFew) {
  const Lanes lanes(song(60, 72), 80);
  EXPECT_EQ(lanes.key_width(), 2);
  EXPECT_EQ(lanes.of(0, 60).count, 2);
  EXPECT_EQ(lanes.of(0, 61).first, lanes.of(0, 60).first + 2);
}

TEST(Lanes, KeepNotesBeyondTheKeyboardAtItsEnds) {
  const Lanes lanes(song(0, 127), 40);
  EXPECT_EQ(lanes.of(0, 0).first, 0);
  EXPECT_EQ(lanes.of(0, 127).first, 39);
}

TEST(Lanes, NeverLeaveThePicture) {
  for (int width = 20; width <= 80; ++width) {
    for (int lowest = 0; lowest < 128; lowest += 9) {
      const Lanes lanes(song(lowest, 127, width % 2 == 0), width);
      for (int key = 0; key < 128; ++key) {
        const Columns piano = lanes.of(0, key);
        const Columns drum = lanes.of(drum_channel, key);
        ASSERT_GE(piano.first, 0) << width;
        ASSERT_LE(piano.first + piano.count, width) << width << ' ' << lowest;
        ASSERT_LE(drum.first + drum.count, width) << width;
      }
      ASSERT_GE(lanes.lowest(), 0);
      ASSERT_LE(lanes.highest(), 127);
    }
  }
}

TEST(Lanes, GiveTheDrumsAPlaceOfTheirOwn) {
  const Lanes lanes(song(36, 84, true), 80);
  EXPECT_TRUE(lanes.has_drums());
  const Columns keys = lanes.keyboard();
  EXPECT_GT(lanes.of(drum_channel, 36).first, keys.first + keys.count);
  EXPECT_EQ(lanes.of_drum(Lanes::drums - 1).first + 2, 80);
}

TEST(Lanes, GatherDrumsByWhatADrummerHasBeforeHim) {
  const auto letter = [](int key) {
    return Lanes::drum_letters[static_cast<std::size_t>(Lanes::drum_of(key))];
  };
  EXPECT_EQ(letter(36), U'K') << "bass drum";
  EXPECT_EQ(letter(38), U'S') << "snare";
  EXPECT_EQ(letter(45), U'T') << "low tom";
  EXPECT_EQ(letter(42), U'H') << "closed hi-hat";
  EXPECT_EQ(letter(49), U'C') << "crash cymbal";
  EXPECT_EQ(letter(56), U'P') << "cowbell";
  EXPECT_EQ(letter(0), U'P');
  EXPECT_EQ(letter(127), U'P');
}

TEST(Lanes, CanDoWithoutAnyNote) {
  const Lanes lanes(Survey{}, 80);
  EXPECT_LE(lanes.lowest(), 60);
  EXPECT_GE(lanes.highest(), 60);
}

TEST(IsBlack, KnowsAnOctave) {
  const std::string_view octave = ".#.#..#.#.#.";
  for (int key = 0; key < 128; ++key) {
    EXPECT_EQ(is_black(key), octave[static_cast<std::size_t>(key % 12)] == '#') << key;
  }
}

}  // namespace
}  // namespace mido::cli
