// SPDX-License-Identifier: MIT
#pragma once

#include "cli/cairo/context.hpp"
#include "cli/cairo/roll_layout.hpp"
#include "cli/cairo/theme.hpp"

namespace mido::cli {

/// Draws a piano roll.
class RollPainter {
 public:
  RollPainter(const RollMusic& music, const RollLayout& layout, const Theme& theme,
              Context& context)
      : music_(music), layout_(layout), theme_(theme), context_(context) {}

  void paint();

 private:
  void paint_lanes();
  void paint_lines();
  void paint_notes();
  void paint_drum(const RollNote& note);
  void paint_keyboard();
  void paint_black_keys();
  void paint_drum_names();
  void paint_names();
  void paint_markers();
  void paint_tempos();
  void paint_lyrics();
  void paint_vertical(double x, Rgb color, double width);
  [[nodiscard]] Rgb color_of(const RollNote& note) const;

  const RollMusic& music_;
  const RollLayout& layout_;
  const Theme& theme_;
  Context& context_;
};

}  // namespace mido::cli
