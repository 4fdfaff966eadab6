// SPDX-License-Identifier: MIT
#include "cli/screen.hpp"

#include <fmt/format.h>

#include <iterator>

#include "cli/palette.hpp"
#include "cli/text.hpp"

namespace mido::cli {

void Screen::show(const Canvas& canvas) {
  if (canvas.width() != shown_.width() || canvas.height() != shown_.height()) make_room(canvas);
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) {
      if (canvas.at(x, y) == shown_.at(x, y)) continue;
      move_to(x, y);
      put(canvas.at(x, y));
    }
  }
  set_style({});
  move_to(0, canvas.height() - 1);
  out_ << pending_ << std::flush;
  pending_.clear();
  shown_ = canvas;
}

void Screen::clear() {
  if (shown_.height() == 0) return;
  move_to(0, 0);
  out_ << pending_ << "\x1b[J\x1b[?25h" << std::flush;
  pending_.clear();
  shown_ = {};
}

void Screen::make_room(const Canvas& canvas) {
  clear();
  pending_ = "\x1b[?25l" + std::string(static_cast<std::size_t>(canvas.height() - 1), '\n');
  shown_ = Canvas(canvas.width(), canvas.height());
  x_ = 0;
  y_ = canvas.height() - 1;
}

void Screen::move_to(int x, int y) {
  const auto out = std::back_inserter(pending_);
  if (y < y_) fmt::format_to(out, "\x1b[{}A", y_ - y);
  if (y > y_) fmt::format_to(out, "\x1b[{}B", y - y_);
  if (x == 0 && x_ != 0) pending_ += '\r';
  if (x != 0 && x != x_) fmt::format_to(out, "\x1b[{}G", x + 1);
  x_ = x;
  y_ = y;
}

void Screen::put(const Cell& cell) {
  if (colors_) {
    const bool blank = cell.glyph == U' ';
    set_style({.ink = blank ? style_.ink : cell.ink, .paper = cell.paper});
    append_utf8(pending_, cell.glyph);
  } else {
    const bool bright_paper = !palette::is_dark(cell.paper);
    const bool both = bright_paper && !palette::is_dark(cell.ink) && cell.ink != cell.paper;
    const bool block = cell.glyph >= U'▁' && cell.glyph <= U'█';
    set_style({.reverse = bright_paper});
    append_utf8(pending_, both && block ? U' ' : cell.glyph);
  }
  ++x_;
}

void Screen::set_style(const Style& style) {
  if (style == style_) return;
  const auto out = std::back_inserter(pending_);
  if (style.reverse || style == Style{}) pending_ += style.reverse ? "\x1b[7m" : "\x1b[0m";
  if (style.ink != style_.ink && style.ink != 0) fmt::format_to(out, "\x1b[38;5;{}m", style.ink);
  if (style.paper != style_.paper && style.paper != 0) {
    fmt::format_to(out, "\x1b[48;5;{}m", style.paper);
  }
  if (style != Style{} && style.ink == 0 && style_.ink != 0) pending_ += "\x1b[39m";
  if (style != Style{} && style.paper == 0 && style_.paper != 0) pending_ += "\x1b[49m";
  style_ = style;
}

}  // namespace mido::cli
