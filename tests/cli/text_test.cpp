// SPDX-License-Identifier: MIT
#include "cli/text.hpp"

#include <gtest/gtest.h>

namespace mido::cli {
namespace {

TEST(Printable, KeepsUtf8) { EXPECT_EQ(printable("Für Elise – 交響曲 🎹"), "Für Elise – 交響曲 🎹"); }

TEST(Printable, TakesOtherBytesForLatin1) { EXPECT_EQ(printable("F\xFCr Elise"), "Für Elise"); }

TEST(Printable, TakesWhatIsNoStrictUtf8ForLatin1) {
  EXPECT_EQ(printable("\xC1\x81"), "Á\uFFFD");            // longer than need be
  EXPECT_EQ(printable("\xED\xA0\x80"), "í\u00A0\uFFFD");  // half of a surrogate pair
  EXPECT_EQ(printable("\xF4\xBF\xBF\xBF"), "ô¿¿¿");       // beyond Unicode
  EXPECT_EQ(printable("\xE4\xBA"), "äº");                 // cut off
}

TEST(Printable, LeavesNothingThatControlsATerminal) {
  EXPECT_EQ(printable("\x1b]0;title\x07"), "\uFFFD]0;title\uFFFD");
  EXPECT_EQ(printable("a\x9b[2Jb"), "a\uFFFD[2Jb") << "the one-byte CSI";
  EXPECT_EQ(printable("a\xC2\x9B[2Jb"), "a\uFFFD[2Jb") << "the same in UTF-8";
  EXPECT_EQ(printable("a\x7F"), "a\uFFFD");
}

TEST(Printable, LeavesNothingThatTurnsTheTextAround) {
  EXPECT_EQ(printable("a\u202Eb\u2066c\u200Fd"), "a\uFFFDb\uFFFDc\uFFFDd");
}

TEST(Printable, MakesOneLine) { EXPECT_EQ(printable("one\r\ntwo\tthree"), "one  two three"); }

TEST(Printable, CutsBlanksAtTheEnds) {
  EXPECT_EQ(printable(std::string_view(" \tPiano \0\0", 9)), "Piano");
  EXPECT_EQ(printable(" \n"), "");
}

TEST(ToUtf8, KeepsEveryCharacter) {
  EXPECT_EQ(to_utf8("Für \x1b\n"), "Für \x1b\n");
  EXPECT_EQ(to_utf8("F\xFCr\x9b"), "Für\u009b");
}

TEST(Shortened, ShowsWhereItCuts) {
  EXPECT_EQ(shortened("Violin", 6), "Violin");
  EXPECT_EQ(shortened("Violins", 6), "Violi…");
  EXPECT_EQ(shortened("三味線", 5), "三味…");
  EXPECT_EQ(shortened("三味線", 6), "三味線");
}

TEST(ClockTime, HasHoursOnlyFromAnHourOn) {
  EXPECT_EQ(clock_time(Seconds(0)), "0:00");
  EXPECT_EQ(clock_time(Seconds(185.9)), "3:05");
  EXPECT_EQ(clock_time(Seconds(3599)), "59:59");
  EXPECT_EQ(clock_time(Seconds(3725)), "1:02:05");
}

TEST(MinutesAndSeconds, KnowsTheSingular) {
  EXPECT_EQ(minutes_and_seconds(Seconds(185)), "3 minutes, 5 seconds");
  EXPECT_EQ(minutes_and_seconds(Seconds(61)), "1 minute, 1 second");
  EXPECT_EQ(minutes_and_seconds(Seconds(0)), "0 minutes, 0 seconds");
}

TEST(Nearest, FindsWhatWasMeant) {
  constexpr std::string_view words[] = {"play", "ports", "serve"};
  EXPECT_EQ(nearest("plya", words), "play");
  EXPECT_EQ(nearest("port", words), "ports");
  EXPECT_EQ(nearest("xylophone", words), "");
  EXPECT_EQ(nearest("play", {}), "");
}

}  // namespace
}  // namespace mido::cli
