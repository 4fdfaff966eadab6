// SPDX-License-Identifier: MIT
#include "cli/roll_systems.hpp"

#include <gmock/gmock.h>

#include "cli/canvas_line.hpp"

namespace mido::cli {
namespace {

using ::testing::ElementsAre;

/// Bars of four beats, each beat 4 ticks long, so that a tick is a column.
RollMusic bars(int count) {
  RollMusic music;
  music.last = 16 * count;
  for (int beat = 0; beat < 4 * count; ++beat) {
    music.lines.push_back({.tick = 4 * beat});
    if (beat % 4 == 0) music.lines.back() = {4 * beat, beat / 4 + 1, std::to_string(beat / 4 + 1)};
  }
  music.parts = {{"one"}};
  return music;
}

std::vector<std::string> lines_of(const Canvas& canvas) {
  std::vector<std::string> lines;
  for (int y = 0; y < canvas.height(); ++y) lines.push_back(line_of(canvas, y, false));
  return lines;
}

TEST(RollSystems, HoldAsManyWholeBarsAsThereIsRoomFor) {
  EXPECT_THAT(systems_of(bars(3), 40), ElementsAre(RollSystem{0, 32}, RollSystem{32, 48}));
  EXPECT_THAT(systems_of(bars(3), 48), ElementsAre(RollSystem{0, 48}));
}

TEST(RollSystems, CutABarThatIsTooWide) {
  EXPECT_THAT(systems_of(bars(1), 10), ElementsAre(RollSystem{0, 10}, RollSystem{10, 16}));
}

TEST(RollSystems, ShowTwoKeysARow) {
  RollMusic music = bars(1);
  music.notes = {{.start = 0, .end = 4, .key = 62},
                 {.start = 4, .end = 8, .key = 61},
                 {.start = 8, .end = 12, .key = 62},
                 {.start = 8, .end = 12, .key = 61},
                 {.start = 15, .end = 16, .key = 60}};
  EXPECT_THAT(lines_of(draw_system(music, {0, 16}, 30)),
              ElementsAre("     1\n", "     ▀▀▀ ▄▄▄ ███\n", "  C4 │              ▀\n"));
}

TEST(RollSystems, ShowDrumsAndLyricsBelow) {
  RollMusic music = bars(1);
  music.notes = {{.start = 4, .end = 5, .channel = 9, .key = 36},
                 {.start = 8, .end = 9, .channel = 9, .key = 38}};
  music.lyrics = {{4, "bum"}, {8, "tschak"}};
  EXPECT_THAT(lines_of(draw_system(music, {0, 16}, 30)),
              ElementsAre("     1\n", "   S │       ●\n", "   K │   ●\n", "         bum tschak\n"));
}

TEST(RollSystems, ShowOnlyWhatIsInThem) {
  RollMusic music = bars(2);
  music.notes = {{.start = 0, .end = 20, .key = 60}, {.start = 0, .end = 4, .key = 80}};
  EXPECT_THAT(lines_of(draw_system(music, {16, 32}, 30)), ElementsAre("     2\n", "  C4 ▀▀▀\n"));
}

TEST(LineOf, HasColoursIfTheyAreWanted) {
  Canvas canvas(3, 1);
  canvas.at(1, 0) = {.glyph = U'▀', .ink = 75, .paper = 114};
  EXPECT_EQ(line_of(canvas, 0, false), " █\n");
  EXPECT_EQ(line_of(canvas, 0, true), " \x1b[38;5;75m\x1b[48;5;114m▀\x1b[0m\n");
}

}  // namespace
}  // namespace mido::cli
