// SPDX-License-Identifier: MIT
#include "cli/piano_roll.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "cli/palette.hpp"

namespace mido::cli {

namespace {

// A row is drawn as eight thin lines, by glyphs that fill a cell to some height.
constexpr int lines = 8;
constexpr std::array<char32_t, lines + 1> filled_to{U' ', U'▁', U'▂', U'▃', U'▄',
                                                    U'▅', U'▆', U'▇', U'█'};
constexpr int least_height = 3;  // lines: the shortest note can be seen
constexpr int gap = 1;           // line between a note and the next on the same key

/// The number of the line on which that moment lies, from the beginning of the song.
double line_of(Seconds time) { return std::floor(time.count() * rows_per_second * lines); }

/// One column of the picture, the line nearest to the keyboard first.
using Column = std::vector<Color>;

/// A line behind the notes, or between two on the same key.
char32_t thin_line_at(std::size_t height) {
  constexpr std::array<char32_t, lines> glyphs{U'▁', U'▁', U'▁', U'─', U'─', U'─', U'▔', U'▔'};
  return glyphs[height];
}

/// A cell shows two colours, one above the other. Of three the shortest at an end gives way,
/// unless the middle one is but a gap.
Cell cell_of(std::span<const Color> from_bottom) {
  const auto run_from = [&](std::size_t i) {
    const auto other =
        std::find_if(from_bottom.begin() + static_cast<std::ptrdiff_t>(i), from_bottom.end(),
                     [&](Color color) { return color != from_bottom[i]; });
    return static_cast<std::size_t>(other - from_bottom.begin());
  };
  const Color low = from_bottom.front();
  const std::size_t middle = run_from(0);
  if (middle == lines) return {.glyph = U' ', .paper = low};
  const std::size_t high = run_from(middle);
  const Color between = from_bottom[middle];
  if (high - middle <= gap && high < lines && from_bottom[high] == low) {
    return {.glyph = thin_line_at(middle), .ink = between, .paper = low};
  }
  if (middle < lines - high) {
    return {.glyph = filled_to[high], .ink = between, .paper = from_bottom[high]};
  }
  return {.glyph = filled_to[middle], .ink = low, .paper = between};
}

class Painter {
 public:
  Painter(Canvas& canvas, Rows rows, const Lanes& lanes, Seconds now)
      : canvas_(canvas), rows_(rows), lanes_(lanes), bottom_(line_of(now)) {
    const auto height = static_cast<std::size_t>(rows.count) * lines;
    columns_.assign(static_cast<std::size_t>(canvas.width()), Column(height, palette::own));
    for (int key = lanes.lowest(); key <= lanes.highest(); ++key) {
      const Color paper = is_black(key) ? palette::deep_night : palette::night;
      fill(lanes.of(0, key), 0, rows.count * lines, paper);
    }
    for (int drum = 0; lanes.has_drums() && drum < Lanes::drums; ++drum) {
      const Color paper = drum % 2 == 0 ? palette::night : palette::deep_night;
      fill(lanes.of_drum(drum), 0, rows.count * lines, paper);
    }
  }

  void add(const TimedNote& note, palette::NoteColor colors) {
    const int from = height_of(note.start);
    const int to = std::max(height_of(note.end) - gap, from + least_height);
    const Color color = from <= 0 && to > 0 ? colors.sounding : colors.waiting;
    fill(lanes_.of(note.channel, note.key), from, to, color);
  }

  void finish(std::span<const Beat> beats) {
    for (int x = 0; x < canvas_.width(); ++x) {
      for (int row = 0; row < rows_.count; ++row) {
        const std::span<const Color> column = columns_[static_cast<std::size_t>(x)];
        const auto part = column.subspan(static_cast<std::size_t>(row) * lines, lines);
        canvas_.at(x, rows_.first + rows_.count - 1 - row) = cell_of(part);
      }
    }
    for (const Beat& beat : beats) {
      draw_beat(height_of(beat.time), beat.starts_bar ? palette::bar_line : palette::beat_line);
    }
  }

 private:
  /// How many lines above the keyboard that moment is, as far as it is in the picture.
  [[nodiscard]] int height_of(Seconds time) const {
    return static_cast<int>(std::clamp(line_of(time) - bottom_, -1.0e6, 1.0e6));
  }

  void fill(Columns columns, int from, int to, Color color) {
    from = std::clamp(from, 0, rows_.count * lines);
    to = std::clamp(to, from, rows_.count * lines);
    for (int x = columns.first; x < columns.first + columns.count; ++x) {
      auto& column = columns_[static_cast<std::size_t>(x)];
      std::fill(column.begin() + from, column.begin() + to, color);
    }
  }

  void draw_beat(int height, Color ink) {
    if (height < 0 || height >= rows_.count * lines) return;
    const int y = rows_.first + rows_.count - 1 - height / lines;
    const auto [left, width] = lanes_.keyboard();
    for (int x = left; x < left + width; ++x) {
      Cell& cell = canvas_.at(x, y);
      if (cell.glyph != U' ' || !palette::is_dark(cell.paper)) continue;
      cell.glyph = thin_line_at(static_cast<std::size_t>(height % lines));
      cell.ink = ink;
    }
  }

  Canvas& canvas_;
  Rows rows_;
  const Lanes& lanes_;
  double bottom_;
  std::vector<Column> columns_;
};

}  // namespace

void draw_roll(Canvas& canvas, Rows rows, const Lanes& lanes, const Survey& song,
               std::span<const TimedNote> notes, std::span<const Beat> beats, Seconds now) {
  Painter painter(canvas, rows, lanes, now);
  for (const auto& note : notes) painter.add(note, song.color(note.channel, note.key));
  painter.finish(beats);
}

}  // namespace mido::cli
