// SPDX-License-Identifier: MIT
#include "cli/cairo/context.hpp"

#include <algorithm>
#include <numbers>

namespace mido::cli {

void Context::fill(const Box& box, Rgb color) {
  set(color);
  cairo_rectangle(get(), box.x, box.y, box.width, box.height);
  cairo_fill(get());
}

void Context::fill_rounded(const Box& box, double radius, Rgb color) {
  using std::numbers::pi;
  const double r = std::min({radius, box.width / 2, box.height / 2});
  set(color);
  cairo_new_sub_path(get());
  cairo_arc(get(), box.right() - r, box.y + r, r, -pi / 2, 0);
  cairo_arc(get(), box.right() - r, box.bottom() - r, r, 0, pi / 2);
  cairo_arc(get(), box.x + r, box.bottom() - r, r, pi / 2, pi);
  cairo_arc(get(), box.x + r, box.y + r, r, pi, 3 * pi / 2);
  cairo_close_path(get());
  cairo_fill(get());
}

void Context::line(double x1, double y1, double x2, double y2, Rgb color, double width) {
  set(color);
  cairo_set_line_width(get(), width);
  cairo_move_to(get(), x1, y1);
  cairo_line_to(get(), x2, y2);
  cairo_stroke(get());
}

// Drawn, since not every font has one.
double Context::quarter_note(double x, double y, Rgb color) {
  constexpr double width = 5;
  cairo_save(get());
  cairo_translate(get(), x + width / 2, y - 1.7);
  cairo_rotate(get(), -0.35);
  cairo_scale(get(), width / 2, 1.7);
  set(color);
  cairo_arc(get(), 0, 0, 1, 0, 2 * std::numbers::pi);
  cairo_fill(get());
  cairo_restore(get());
  line(x + width - 0.5, y - 2, x + width - 0.5, y - 9, color, 0.8);
  return x + width;
}

double Context::text(double x, double y, const std::string& text, Font font, Rgb color) {
  set(font);
  set(color);
  cairo_move_to(get(), x, y);
  cairo_show_text(get(), text.c_str());
  return x + width_of(text, font);
}

double Context::width_of(const std::string& text, Font font) {
  set(font);
  cairo_text_extents_t extents;
  cairo_text_extents(get(), text.c_str(), &extents);
  return extents.x_advance;
}

void Context::set(Font font) {
  cairo_select_font_face(get(), "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                         font.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(get(), font.size);
}

}  // namespace mido::cli
