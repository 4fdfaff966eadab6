// SPDX-License-Identifier: MIT
#include "cli/canvas_line.hpp"

#include <fmt/format.h>

#include "cli/palette.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

/// Without colours a cell of two halves is one that is full.
char32_t plain_glyph(const Cell& cell) {
  const bool is_half = cell.glyph == U'▀' || cell.glyph == U'▄';
  if (is_half && palette::is_dark(cell.ink)) return U' ';
  return is_half && !palette::is_dark(cell.paper) ? U'█' : cell.glyph;
}

bool is_blank(const Cell& cell, bool colors) {
  return colors ? cell.glyph == U' ' && cell.paper == 0 : plain_glyph(cell) == U' ';
}

std::string code_of(Color color, int layer) {
  return color == 0 ? fmt::format("\x1b[{}9m", layer) : fmt::format("\x1b[{}8;5;{}m", layer, color);
}

}  // namespace

std::string line_of(const Canvas& canvas, int y, bool colors) {
  int width = canvas.width();
  while (width > 0 && is_blank(canvas.at(width - 1, y), colors)) --width;
  std::string line;
  Cell style;
  for (int x = 0; x < width; ++x) {
    const Cell& cell = canvas.at(x, y);
    if (colors && cell.ink != style.ink) line += code_of(cell.ink, 3);
    if (colors && cell.paper != style.paper) line += code_of(cell.paper, 4);
    append_utf8(line, colors ? cell.glyph : plain_glyph(cell));
    style = cell;
  }
  return line + (style.ink != 0 || style.paper != 0 ? (colors ? "\x1b[0m\n" : "\n") : "\n");
}

}  // namespace mido::cli
