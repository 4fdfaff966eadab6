// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mido::cli {

/// One of xterm's 256 colours; 0 is the terminal's own foreground or background.
using Color = std::uint8_t;

/// One character of a terminal.
struct Cell {
  char32_t glyph = U' ';
  Color ink = 0;
  Color paper = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};

/// A picture made of characters, the top left one at (0, 0).
class Canvas {
 public:
  Canvas() = default;
  Canvas(int width, int height);

  [[nodiscard]] int width() const noexcept { return width_; }
  [[nodiscard]] int height() const noexcept { return height_; }
  [[nodiscard]] Cell& at(int x, int y) { return cells_[index(x, y)]; }
  [[nodiscard]] const Cell& at(int x, int y) const { return cells_[index(x, y)]; }

  /// Writes a text, one character a cell, as far as there is room. Returns the column after it.
  int write(int x, int y, std::u32string_view text, Color ink);
  int write(int x, int y, std::string_view ascii, Color ink);

 private:
  [[nodiscard]] std::size_t index(int x, int y) const noexcept {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int width_ = 0;
  int height_ = 0;
  std::vector<Cell> cells_;
};

}  // namespace mido::cli
