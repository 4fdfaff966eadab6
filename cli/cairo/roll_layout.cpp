// SPDX-License-Identifier: MIT
#include "cli/cairo/roll_layout.hpp"

#include <algorithm>

#include "cli/lanes.hpp"

namespace mido::cli {

namespace {

constexpr double margin = 14;
constexpr double keyboard_width = 46;
constexpr double text_row = 15;
constexpr double drum_row = 11;
constexpr double gap = 6;
constexpr double tallest_lane = 10;
constexpr double usual_height = 340;  // of the panel of the notes
constexpr double least_lane = 3.2;
constexpr int least_keys = 24;

}  // namespace

RollLayout::RollLayout(const RollMusic& music, const RollLook& look, Context& measure)
    : width(look.width), height(look.height), first_(music.first), last_(music.last) {
  find_keys(music);
  place_names(music, measure);
  place_panels(music, look);
}

double RollLayout::x_of(std::int64_t tick) const {
  return notes.x +
         notes.width * static_cast<double>(tick - first_) / static_cast<double>(last_ - first_);
}

Box RollLayout::lane_of(int key) const {
  const double lane = notes.height / (highest - lowest + 1);
  return {notes.x, notes.y + (highest - key) * lane, notes.width, lane};
}

Box RollLayout::row_of_drum(int drum) const {
  const auto row = std::ranges::find(drum_rows, drum) - drum_rows.begin();
  return {drums.x, drums.y + static_cast<double>(row) * drum_row, drums.width, drum_row};
}

void RollLayout::find_keys(const RollMusic& music) {
  int low = 127;
  int high = 0;
  for (const RollNote& note : music.notes) {
    if (note.channel == drum_channel) {
      const int drum = Lanes::drum_of(note.key);
      if (std::ranges::find(drum_rows, drum) == drum_rows.end()) drum_rows.push_back(drum);
    } else {
      low = std::min(low, note.key);
      high = std::max(high, note.key);
    }
  }
  std::ranges::sort(drum_rows, std::greater());
  if (low > high) return void(lowest = 0), void(highest = -1);
  const int missing = std::max(least_keys - (high - low + 1), 2);
  lowest = std::max(low - missing / 2, 0);
  highest = std::min(high + missing - missing / 2, 127);
}

void RollLayout::place_names(const RollMusic& music, Context& measure) {
  double x = margin;
  double y = margin + text_row + (music.title.empty() ? 0 : text_row);
  for (const RollPart& part : music.parts) {
    const double wide = name_dot + 4 + measure.width_of(part.name, name_font);
    if (x > margin && x + wide > width - margin) {
      x = margin;
      y += text_row;
    }
    names.push_back({x, y});
    x += wide + 14;
  }
}

void RollLayout::place_panels(const RollMusic& music, const RollLook& look) {
  title_y = margin + 10;
  double y = names.back().y + gap;
  if (!music.markers.empty()) markers_y = y += text_row;
  if (!music.tempos.empty()) tempos_y = y += text_row;
  ruler_y = y += text_row;
  y += gap / 2;
  const int keys = highest - lowest + 1;
  const double drums_height = static_cast<double>(drum_rows.size()) * drum_row;
  const double below = (drums_height > 0 && keys > 0 ? drums_height + gap : drums_height) +
                       (music.lyrics.empty() ? 0 : text_row) + margin;
  const double usual =
      std::clamp(usual_height / std::max(keys, 1), least_lane, tallest_lane) * keys;
  const double notes_height =
      height > 0 && keys > 0 ? std::max(height - y - below, least_lane * keys) : usual;
  const double left = margin + keyboard_width;
  notes = {left, y, look.width - left - margin, notes_height};
  keyboard = {margin, y, keyboard_width, notes_height};
  drums = {left, notes.bottom() + (keys > 0 ? gap : 0), notes.width, drums_height};
  lyrics_y = (drums_height > 0 ? drums.bottom() : notes.bottom()) + text_row - 3;
  height = std::max(height, notes.bottom() + below);
}

}  // namespace mido::cli
