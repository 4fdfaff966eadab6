// SPDX-License-Identifier: MIT
#include "cli/screen.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "cli/palette.hpp"

namespace mido::cli {
namespace {

constexpr bool with_colors = true;
constexpr bool without_colors = false;

/// What a screen writes, piece by piece.
class ScreenTest : public ::testing::Test {
 protected:
  std::string written() {
    std::string text = out_.str();
    out_.str("");
    return text;
  }

  std::ostringstream out_;
};

TEST_F(ScreenTest, MakesRoomAndHidesTheCursor) {
  Screen screen(out_, with_colors);
  Canvas canvas(3, 2);
  canvas.write(0, 0, "abc", palette::own);
  screen.show(canvas);
  EXPECT_EQ(written(), "\x1b[?25l\n\x1b[1Aabc\x1b[1B\r");
}

TEST_F(ScreenTest, WritesOnlyWhatHasChanged) {
  Screen screen(out_, with_colors);
  Canvas canvas(10, 3);
  screen.show(canvas);
  written();
  canvas.at(4, 1) = {.glyph = U'█', .ink = 75};
  screen.show(canvas);
  EXPECT_EQ(written(), "\x1b[1A\x1b[5G\x1b[38;5;75m█\x1b[0m\x1b[1B\r");
  screen.show(canvas);
  EXPECT_EQ(written(), "");
}

TEST_F(ScreenTest, SaysAColorOnceForManyCells) {
  Screen screen(out_, with_colors);
  Canvas canvas(4, 1);
  screen.show(canvas);
  written();
  for (int x = 0; x < 4; ++x) canvas.at(x, 0).paper = 234;
  screen.show(canvas);
  EXPECT_EQ(written(), "\x1b[48;5;234m    \x1b[0m\r");
}

TEST_F(ScreenTest, ShowsBrightPaperInReverseWithoutColors) {
  Screen screen(out_, without_colors);
  Canvas canvas(3, 1);
  canvas.at(0, 0) = {.glyph = U'▄', .ink = palette::night, .paper = 75};
  canvas.at(1, 0) = {.glyph = U'▄', .ink = 75, .paper = palette::night};
  canvas.at(2, 0) = {.glyph = U'▄', .ink = 75, .paper = 114};
  screen.show(canvas);
  EXPECT_EQ(written(), "\x1b[?25l\x1b[7m▄\x1b[0m▄\x1b[7m \x1b[0m\r");
}

TEST_F(ScreenTest, TakesThePictureAwayAndShowsTheCursor) {
  {
    Screen screen(out_, with_colors);
    screen.show(Canvas(5, 4));
    written();
  }
  EXPECT_EQ(written(), "\x1b[3A\x1b[J\x1b[?25h");
}

TEST_F(ScreenTest, WritesNothingWhenNothingWasShown) {
  { Screen screen(out_, with_colors); }
  EXPECT_EQ(written(), "");
}

TEST_F(ScreenTest, BeginsAnewWhenTheSizeChanges) {
  Screen screen(out_, with_colors);
  screen.show(Canvas(5, 4));
  written();
  screen.show(Canvas(5, 2));
  EXPECT_EQ(written(), "\x1b[3A\x1b[J\x1b[?25h\x1b[?25l\n");
}

}  // namespace
}  // namespace mido::cli
