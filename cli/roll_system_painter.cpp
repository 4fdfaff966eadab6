// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "cli/lanes.hpp"
#include "cli/palette.hpp"
#include "cli/roll_systems.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

palette::NoteColor note_color(std::size_t part) {
  // The tenth is that of the drums.
  const std::size_t index = part % (palette::channels.size() - 1);
  return palette::channels[index < drum_channel ? index : index + 1];
}

/// What a system has to show, and where.
class SystemPainter {
 public:
  SystemPainter(const RollMusic& music, const RollSystem& system, int width)
      : music_(music), system_(system), ticks_(column_ticks(music)) {
    for (const RollNote& note : music.notes) {
      if (note.start < system.last && note.end > system.first) add(note);
    }
    std::ranges::sort(drums_, std::greater());
    for (const RollText& text : music.lyrics) has_lyrics_ = has_lyrics_ || is_inside(text.tick);
    key_rows_ = std::max((highest_ - lowest_ + 2) / 2, 0);
    const int rows = 1 + key_rows_ + static_cast<int>(drums_.size()) + (has_lyrics_ ? 1 : 0);
    canvas_ = Canvas(width, rows);
  }

  Canvas paint() && {
    paint_lanes();
    paint_bars();
    for (const RollNote* note : notes_) paint_note(*note);
    merge_halves();
    paint_names();
    if (has_lyrics_) paint_lyrics();
    return std::move(canvas_);
  }

 private:
  void add(const RollNote& note) {
    notes_.push_back(&note);
    if (note.channel == drum_channel) {
      const int drum = Lanes::drum_of(note.key);
      if (std::ranges::find(drums_, drum) == drums_.end()) drums_.push_back(drum);
      return;
    }
    lowest_ = std::min(lowest_, note.key);
    highest_ = std::max(highest_, note.key);
  }

  [[nodiscard]] bool is_inside(std::int64_t tick) const {
    return tick >= system_.first && tick < system_.last;
  }
  [[nodiscard]] int column_of(std::int64_t tick) const {
    const double column = std::floor(static_cast<double>(tick - system_.first) / ticks_ + 1e-6);
    return key_names_width + static_cast<int>(std::clamp(column, 0.0, 1e6));
  }
  [[nodiscard]] int end() const { return std::min(column_of(system_.last), canvas_.width()); }

  /// Until the halves of the cells are merged, the upper one is in `ink`, the lower in `paper`.
  [[nodiscard]] Color& half(int x, int key) {
    Cell& cell = canvas_.at(x, 1 + (highest_ - key) / 2);
    return (highest_ - key) % 2 == 0 ? cell.ink : cell.paper;
  }

  void paint_lanes() {
    for (int key = highest_; key > highest_ - 2 * key_rows_; --key) {
      for (int x = key_names_width; x < end(); ++x) {
        half(x, key) = key >= 0 && is_black(key) ? palette::deep_night : palette::night;
      }
    }
  }

  void paint_bars() {
    int free_from = 0;
    auto line = std::ranges::lower_bound(music_.lines, system_.first, {}, &RollLine::tick);
    for (; line != music_.lines.end() && is_inside(line->tick); ++line) {
      const int x = column_of(line->tick);
      if (x >= canvas_.width() || line->number == 0) continue;
      if (x >= free_from) free_from = canvas_.write(x, 0, line->label, palette::dim) + 1;
      for (int y = 1; y < canvas_.height() - (has_lyrics_ ? 1 : 0); ++y) {
        if (y > key_rows_) canvas_.at(x, y) = {.glyph = U'│', .ink = palette::bar_line};
      }
      bars_.push_back(x);
    }
  }

  void paint_note(const RollNote& note) {
    const auto colors = note_color(note.part);
    const int begin = column_of(std::max(note.start, system_.first));
    if (begin >= end()) return;
    if (note.channel == drum_channel) {
      if (is_inside(note.start))
        canvas_.at(begin, row_of_drum(note.key)) = {.glyph = U'●', .ink = colors.waiting};
      return;
    }
    // The last column is left out, so that the next note on the key can be told from it.
    const int stop = std::min(std::max(column_of(note.end - 1), begin + 1), end());
    for (int x = begin; x < stop; ++x) half(x, note.key) = colors.waiting;
    if (is_inside(note.start)) half(begin, note.key) = colors.sounding;
  }

  [[nodiscard]] int row_of_drum(int key) const {
    const auto row = std::ranges::find(drums_, Lanes::drum_of(key)) - drums_.begin();
    return 1 + key_rows_ + static_cast<int>(row);
  }

  void merge_halves() {
    for (int y = 1; y <= key_rows_; ++y) {
      for (int x = key_names_width; x < end(); ++x) {
        Cell& cell = canvas_.at(x, y);
        const bool upper = !palette::is_dark(cell.ink);
        const bool lower = !palette::is_dark(cell.paper);
        if (!upper && !lower) {
          const bool is_bar = std::ranges::find(bars_, x) != bars_.end();
          if (is_bar) cell.ink = palette::bar_line;
          cell.glyph = is_bar ? U'│' : cell.ink == cell.paper ? U' ' : U'▀';
        } else if (upper && lower && cell.ink == cell.paper) {
          cell.glyph = U'█';
        } else if (upper) {
          cell.glyph = U'▀';
        } else {
          std::swap(cell.ink, cell.paper);
          cell.glyph = U'▄';
        }
      }
    }
  }

  void paint_names() {
    for (int key = std::max(highest_ - 2 * key_rows_ + 1, 0); key <= highest_; ++key) {
      if (key % 12 != 0) continue;
      canvas_.write(0, 1 + (highest_ - key) / 2,
                    fmt::format("{:>4}", fmt::format("C{}", key / 12 - 1)), palette::dim);
    }
    for (std::size_t i = 0; i < drums_.size(); ++i) {
      const auto letter = Lanes::drum_letters[static_cast<std::size_t>(drums_[i])];
      canvas_.write(3, 1 + key_rows_ + static_cast<int>(i), std::u32string(1, letter),
                    palette::dim);
    }
  }

  void paint_lyrics() {
    int free_from = 0;
    for (const RollText& text : music_.lyrics) {
      if (!is_inside(text.tick)) continue;
      const int x = std::max(column_of(text.tick), free_from);
      if (x < canvas_.width())
        free_from =
            canvas_.write(x, canvas_.height() - 1, to_utf32(text.text), palette::bright) + 1;
    }
  }

  const RollMusic& music_;
  const RollSystem& system_;
  double ticks_;
  std::vector<const RollNote*> notes_;
  std::vector<int> drums_;
  std::vector<int> bars_;  // their columns
  bool has_lyrics_ = false;
  int lowest_ = 128;
  int highest_ = -1;
  int key_rows_ = 0;
  Canvas canvas_;
};

}  // namespace

Color part_ink(std::size_t part) { return note_color(part).waiting; }

Canvas draw_system(const RollMusic& music, const RollSystem& system, int width) {
  return SystemPainter(music, system, width).paint();
}

}  // namespace mido::cli
