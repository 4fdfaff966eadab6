// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "cli/canvas.hpp"
#include "cli/roll_music.hpp"

namespace mido::cli {

/// Some bars that stand side by side.
struct RollSystem {
  std::int64_t first = 0;  ///< in ticks
  std::int64_t last = 0;
  friend bool operator==(const RollSystem&, const RollSystem&) = default;
};

/// How many ticks a column is: a quarter of a beat.
[[nodiscard]] double column_ticks(const RollMusic& music);

/// As many whole bars side by side as there is room for; a bar that is wider goes on below.
[[nodiscard]] std::vector<RollSystem> systems_of(const RollMusic& music, int columns);

/// The picture of one: the numbers of the bars, two keys a row, the drums, the lyrics.
[[nodiscard]] Canvas draw_system(const RollMusic& music, const RollSystem& system, int width);

/// The colour of a part in it.
[[nodiscard]] Color part_ink(std::size_t part);

inline constexpr int key_names_width = 5;

}  // namespace mido::cli
