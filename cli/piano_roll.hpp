// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "cli/canvas.hpp"
#include "cli/lanes.hpp"
#include "cli/look_ahead.hpp"
#include "cli/survey.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

/// Rows of a canvas.
struct Rows {
  int first = 0;
  int count = 0;
};

/// Notes fall this many rows a second: by two eighths of a row in each of 25 frames.
inline constexpr double rows_per_second = 6.25;

/// How much of the future fits in that many rows.
[[nodiscard]] constexpr Seconds future_in(int rows) noexcept {
  return Seconds(rows / rows_per_second);
}

/// Draws the notes as they fall towards the keyboard, which they reach when they sound.
void draw_roll(Canvas& canvas, Rows rows, const Lanes& lanes, const Survey& song,
               std::span<const TimedNote> notes, std::span<const Beat> beats, Seconds now);

/// Draws the keys and the drums, with the colours of what sounds now.
void draw_keyboard(Canvas& canvas, Rows rows, const Lanes& lanes, const Survey& song,
                   std::span<const TimedNote> notes, Seconds now);

}  // namespace mido::cli
