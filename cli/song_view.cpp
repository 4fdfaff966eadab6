// SPDX-License-Identifier: MIT
#include "cli/song_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/lanes.hpp"
#include "cli/piano_roll.hpp"

namespace mido::cli {

namespace {

constexpr int narrowest_roll = 40;
constexpr int least_rows = 6;
constexpr int most_rows = 24;

/// Which rows the parts of the picture take, from top to bottom.
struct Layout {
  int width = 0;
  Rows roll{};
  Rows keys{};
  int progress = 0;
  int instruments = 0;
  int height = 1;
};

Layout lay_out(TerminalSize size, int instrument_rows) {
  Layout layout{.width = std::min(size.columns, widest_picture)};
  const int status = 1 + instrument_rows;
  const int keys = size.rows >= 24 ? 3 : 2;
  // The title and the first tracks stay in sight.
  const int roll = std::min(size.rows - 6 - keys - status, most_rows);
  if (roll < least_rows || size.columns < narrowest_roll) return layout;
  layout.roll = {0, roll};
  layout.keys = {roll, keys};
  layout.progress = roll + keys;
  layout.instruments = layout.progress + 1;
  layout.height = roll + keys + status;
  return layout;
}

}  // namespace

SongView::SongView(std::span<const TrackEvent> events, Seconds length)
    : events_(events), music_(events), length_(length) {}

Canvas SongView::draw(Seconds now, TerminalSize size) {
  if (!song_) song_ = survey(events_);
  const Layout layout = lay_out(size, instrument_rows(*song_));
  Canvas canvas(layout.width, layout.height);
  const auto tempo = fmt::format("{:.1f} BPM", state_.beats_per_minute());
  draw_progress(canvas, layout.progress, now, length_, tempo);
  if (layout.roll.count == 0) return canvas;
  music_.move_to(now - Seconds(1), now + future_in(layout.roll.count));
  const auto notes = music_.notes();
  const Lanes lanes(*song_, layout.width);
  draw_roll(canvas, layout.roll, lanes, *song_, notes, music_.beats(), now);
  draw_keyboard(canvas, layout.keys, lanes, *song_, notes, now);
  draw_instruments(canvas, layout.instruments, *song_, state_, notes, now);
  return canvas;
}

}  // namespace mido::cli
