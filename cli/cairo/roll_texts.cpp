// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "cli/cairo/roll_painter.hpp"
#include "cli/lanes.hpp"

namespace mido::cli {

namespace {

constexpr double farthest_late = 30;  // a syllable that stands farther from its note is left out
constexpr std::array<const char*, Lanes::drums> drum_names{"Kick",   "Snare",   "Toms",
                                                           "Hi-hat", "Cymbals", "Perc."};

}  // namespace

void RollPainter::paint_drum_names() {
  for (const int drum : layout_.drum_rows) {
    const Box row = layout_.row_of_drum(drum);
    const std::string name = drum_names[static_cast<std::size_t>(drum)];
    const Font font{8, false};
    context_.text(row.x - context_.width_of(name, font) - 4, row.bottom() - 2.7, name, font,
                  theme_.dim);
  }
}

void RollPainter::paint_names() {
  if (!music_.title.empty()) {
    context_.text(layout_.keyboard.x, layout_.title_y, music_.title, title_font, theme_.ink);
  }
  for (std::size_t i = 0; i < layout_.names.size(); ++i) {
    const auto [x, y] = layout_.names[i];
    context_.fill_rounded({x, y - name_dot + 0.5, name_dot, name_dot}, 2, part_color(i));
    context_.text(x + name_dot + 4, y, music_.parts[i].name, name_font, theme_.ink);
  }
}

void RollPainter::paint_markers() {
  double free_from = 0;
  for (const RollText& marker : music_.markers) {
    const double x = layout_.x_of(marker.tick);
    paint_vertical(x, theme_.marker, 0.7);
    if (x < free_from) continue;
    context_.line(x, layout_.markers_y - 9, x, layout_.notes.y, theme_.marker, 0.7);
    free_from =
        context_.text(x + 3, layout_.markers_y - 1, marker.text, small_font, theme_.marker) + 6;
  }
}

void RollPainter::paint_tempos() {
  const double y = layout_.tempos_y;
  double free_from = 0;
  for (const RollText& tempo : music_.tempos) {
    const double x = layout_.x_of(tempo.tick);
    const auto meter = std::ranges::find(music_.meters, tempo.tick, &RollText::tick);
    if (x < free_from) continue;
    double at = x + 2;
    if (meter != music_.meters.end()) {
      at = context_.text(at, y, meter->text, {small_font.size, true}, theme_.ink) + 6;
    }
    at = context_.quarter_note(at, y, theme_.ink);
    free_from = context_.text(at, y, " = " + tempo.text, small_font, theme_.ink) + 8;
  }
}

void RollPainter::paint_lyrics() {
  double free_from = 0;
  for (const RollText& syllable : music_.lyrics) {
    const double x = layout_.x_of(syllable.tick);
    if (free_from > x + farthest_late) continue;
    free_from = context_.text(std::max(x, free_from), layout_.lyrics_y, syllable.text, small_font,
                              theme_.ink) +
                2;
  }
}

}  // namespace mido::cli
