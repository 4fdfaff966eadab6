// SPDX-License-Identifier: MIT
#include "cli/canvas.hpp"

#include <algorithm>
#include <string>

namespace mido::cli {

Canvas::Canvas(int width, int height)
    : width_(std::max(width, 0)), height_(std::max(height, 0)), cells_(index(0, height_)) {}

int Canvas::write(int x, int y, std::u32string_view text, Color ink) {
  for (const char32_t glyph : text) {
    if (x >= width_) break;
    at(x, y).glyph = glyph;
    at(x, y).ink = ink;
    ++x;
  }
  return x;
}

int Canvas::write(int x, int y, std::string_view ascii, Color ink) {
  return write(x, y, std::u32string(ascii.begin(), ascii.end()), ink);
}

}  // namespace mido::cli
