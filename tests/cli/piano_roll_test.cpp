// SPDX-License-Identifier: MIT
#include "cli/piano_roll.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/canvas_text.hpp"
#include "cli/palette.hpp"

namespace mido::cli {
namespace {

using testing::to_text;

constexpr Seconds endless{std::numeric_limits<double>::infinity()};

/// The moment when the keyboard is that many rows away.
Seconds rows(double count) { return Seconds(count / rows_per_second); }

class PianoRoll : public ::testing::Test {
 protected:
  PianoRoll() {
    song_.lowest = 60;
    song_.highest = 76;
    song_.channels.set(0);
    song_.channels.set(1);
  }

  Canvas roll(const std::vector<TimedNote>& notes, Seconds now = {},
              const std::vector<Beat>& beats = {}) const {
    Canvas canvas(36, 4);
    draw_roll(canvas, {0, 4}, Lanes(song_, 36), song_, notes, beats, now);
    return canvas;
  }

  Canvas keyboard(const std::vector<TimedNote>& notes, int width = 36, Seconds now = {}) const {
    Canvas canvas(width, 3);
    draw_keyboard(canvas, {0, 3}, Lanes(song_, width), song_, notes, now);
    return canvas;
  }

  [[nodiscard]] int column(int key) const { return Lanes(song_, 36).of(0, key).first; }

  Survey song_;
};

TEST_F(PianoRoll, ShowsWhatComesSoonNearestToTheKeyboard) {
  const Canvas canvas = roll({{rows(0), rows(1), 0, 60}, {rows(2), rows(4), 1, 62}});
  const int c = column(60);
  const int d = column(62);
  const auto colors = [&](int x) {
    std::vector<Color> result;
    for (int y = 0; y < 4; ++y) {
      const Cell& cell = canvas.at(x, y);
      result.push_back(cell.glyph == U' ' ? cell.paper : cell.ink);
    }
    return result;
  };
  const auto sounding = palette::channels[0].sounding;
  const auto waiting = palette::channels[1].waiting;
  EXPECT_EQ(colors(c),
            (std::vector<Color>{palette::night, palette::night, palette::night, sounding}));
  EXPECT_EQ(colors(d), (std::vector<Color>{waiting, waiting, palette::night, palette::night}));
}

TEST_F(PianoRoll, MovesByEighthsOfARow) {
  const std::vector<TimedNote> notes{{rows(1), endless, 0, 60}};
  std::u32string glyphs;
  for (int eighth = 0; eighth < 8; ++eighth) {
    const Canvas canvas = roll(notes, rows(eighth / 8.0 + 0.01));
    glyphs += canvas.at(column(60), 3).glyph;
  }
  // The empty part below the note, which fills the cell at last.
  EXPECT_EQ(glyphs, U" ▇▆▅▄▃▂▁");
}

TEST_F(PianoRoll, LeavesAGapBetweenNotesOnTheSameKey) {
  const Canvas canvas = roll({{rows(0), rows(1.5), 0, 60}, {rows(1.5), rows(4), 0, 60}});
  const Cell cell = canvas.at(column(60), 2);
  EXPECT_EQ(cell.glyph, U'▄');
  EXPECT_NE(cell.ink, cell.paper);
}

TEST_F(PianoRoll, ShowsTheShortestNote) {
  const Canvas canvas = roll({{rows(1.2), rows(1.2), 1, 60}});
  const Cell cell = canvas.at(column(60), 2);
  EXPECT_TRUE(cell.ink == palette::channels[1].waiting ||
              cell.paper == palette::channels[1].waiting);
}

TEST_F(PianoRoll, DrawsBeatsBehindTheNotes) {
  const Canvas canvas = roll({{rows(1), rows(2.2), 0, 60}}, {},
                             {{rows(1.1), true}, {rows(3.5), false}, {rows(9), true}});
  const int free = column(60) + 5;
  EXPECT_EQ(canvas.at(free, 2).glyph, U'▁');
  EXPECT_EQ(canvas.at(free, 2).ink, palette::bar_line);
  EXPECT_EQ(canvas.at(free, 0).glyph, U'─');
  EXPECT_EQ(canvas.at(free, 0).ink, palette::beat_line);
  EXPECT_EQ(canvas.at(column(60), 2).glyph, U' ');
  EXPECT_EQ(canvas.at(column(60), 2).paper, palette::channels[0].waiting);
}

TEST_F(PianoRoll, KnowsNoNotesFarAway) {
  const auto empty = to_text(roll({}));
  EXPECT_EQ(to_text(roll({{Seconds(-1e300), Seconds(-1e299), 0, 60}})), empty);
  EXPECT_EQ(to_text(roll({{Seconds(1e300), endless, 0, 60}})), empty);
}

TEST_F(PianoRoll, HasAKeyboardLikeAPiano) {
  // From D#3 on: black keys above, and a line where two white ones touch.
  EXPECT_EQ(to_text(keyboard({})),
            " █▏ █ █ █▏ █ █▏ █ █ █▏ █ █▏ █ █ █▏ █\n"
            " █▏ █ █ █▏ █ █▏ █ █ █▏ █ █▏ █ █ █▏ █\n"
            "│█▏│█│█│█▏│█│█▏│█│█│█▏│█│█▏│█│█│█▏│█\n");
}

TEST_F(PianoRoll, LightsTheKeysThatSound) {
  const Canvas canvas = keyboard({{Seconds(0), Seconds(1), 0, 60},
                                  {Seconds(0), Seconds(1), 1, 61},
                                  {Seconds(0.5), Seconds(1), 1, 64}});
  const Color first = palette::channels[0].waiting;
  const Color second = palette::channels[1].waiting;
  const int c = column(60);
  EXPECT_EQ(canvas.at(c, 0).paper, first);
  EXPECT_EQ(canvas.at(c, 2).paper, first);
  EXPECT_EQ(canvas.at(c + 1, 0).paper, second) << "a black key";
  EXPECT_EQ(canvas.at(c + 1, 2).glyph, U'▌') << "the white key reaches to the middle of it";
  EXPECT_EQ(canvas.at(c + 1, 2).ink, first);
  EXPECT_EQ(canvas.at(c + 1, 2).paper, palette::white_key);
  EXPECT_EQ(canvas.at(c + 4, 0).paper, palette::white_key) << "does not sound yet";
}

TEST_F(PianoRoll, LightsADrumLongEnoughToBeSeen) {
  song_.channels.set(drum_channel);
  const TimedNote stroke{Seconds(1), Seconds(1.001), drum_channel, 36};
  const int kick = Lanes(song_, 60).of_drum(0).first;
  EXPECT_EQ(keyboard({stroke}, 60, Seconds(1.05)).at(kick, 0).paper, palette::drum.waiting);
  EXPECT_EQ(keyboard({stroke}, 60, Seconds(1.2)).at(kick, 0).paper, palette::black_key);
  EXPECT_EQ(keyboard({}, 60).at(kick, 2).glyph, U'K');
}

}  // namespace
}  // namespace mido::cli
