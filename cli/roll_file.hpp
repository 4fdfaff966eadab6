// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cli/roll_music.hpp"

namespace mido::cli {

/// What a picture in a file looks like.
struct RollLook {
  double width = 1000;  ///< in points, or in pixels at a scale of 1
  double height = 0;    ///< 0: as the music needs it
  double scale = 2;     ///< pixels a point, for PNG
  bool dark = false;
};

/// Whether the name of a file says what kind of picture it is: .svg, .png or .pdf.
[[nodiscard]] bool is_picture(std::string_view path);

/// Writes a picture of the music. Throws FileError, or Error where this build cannot draw.
/// Precondition: is_picture(path).
void write_roll(const RollMusic& music, const RollLook& look, const std::string& path);

}  // namespace mido::cli
