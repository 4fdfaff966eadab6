// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/canvas.hpp"
#include "cli/palette.hpp"
#include "cli/text.hpp"

namespace mido::cli::testing {

/// The glyphs as UTF-8, a line for each row, without blanks at its end. A blank on bright paper is
/// a full block.
inline std::string to_text(const Canvas& canvas) {
  std::string text;
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) {
      const Cell& cell = canvas.at(x, y);
      const bool full = cell.glyph == U' ' && !palette::is_dark(cell.paper);
      append_utf8(text, full ? U'█' : cell.glyph);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

}  // namespace mido::cli::testing
