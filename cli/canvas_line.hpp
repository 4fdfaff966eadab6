// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/canvas.hpp"

namespace mido::cli {

/// A row of the canvas as a line of text, without the blanks at its end; with control sequences for
/// its colours if they are wanted.
[[nodiscard]] std::string line_of(const Canvas& canvas, int y, bool colors);

}  // namespace mido::cli
