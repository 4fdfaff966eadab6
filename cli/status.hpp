// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "cli/canvas.hpp"
#include "cli/look_ahead.hpp"
#include "cli/survey.hpp"
#include "mido/messages/track_event.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

/// What the song has set so far: the tempo and the instrument of each channel.
class SongState {
 public:
  void played(const TrackEvent& event);

  [[nodiscard]] double beats_per_minute() const noexcept { return beats_per_minute_; }
  [[nodiscard]] std::string_view instrument(int channel) const;

 private:
  double beats_per_minute_ = 120;
  std::array<int, 16> programs_{};
};

/// Beats a minute at a tempo of so many microseconds per beat; 0 for a tempo of 0.
[[nodiscard]] double beats_per_minute(Tempo tempo);

/// Draws a bar in halves of a cell, of which a part is full.
void draw_bar(Canvas& canvas, int row, int first, int count, double part);

/// Draws one row: the position in the song, a bar, the length, and a text at the right.
void draw_progress(Canvas& canvas, int row, Seconds position, Seconds length,
                   std::string_view right);

/// How many rows draw_instruments needs.
[[nodiscard]] int instrument_rows(const Survey& song) noexcept;

/// Draws the instruments in the colours of their channels; those that sound are bright.
void draw_instruments(Canvas& canvas, int first_row, const Survey& song, const SongState& state,
                      std::span<const TimedNote> notes, Seconds now);

}  // namespace mido::cli
