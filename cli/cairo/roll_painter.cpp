// SPDX-License-Identifier: MIT
#include "cli/cairo/roll_painter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/lanes.hpp"

namespace mido::cli {

namespace {

constexpr double least_note = 1.4;
constexpr double least_framed = 4;  // what is smaller has no edge
constexpr double longest_drum = 6;  // how long a drum is held says nothing
constexpr double closest_lines = 5;
constexpr double closest_labels = 26;

/// Every how many bars a line can be drawn, so that they are that far from each other.
std::int64_t step_for(double distance, double least) {
  std::int64_t step = 1;
  while (static_cast<double>(step) * distance < least && step < (std::int64_t{1} << 32)) step *= 2;
  return step;
}

}  // namespace

void RollPainter::paint() {
  context_.fill({0, 0, layout_.width, layout_.height}, theme_.paper);
  paint_lanes();
  paint_lines();
  paint_notes();
  paint_keyboard();
  paint_drum_names();
  paint_names();
  paint_markers();
  paint_tempos();
  paint_lyrics();
}

void RollPainter::paint_lanes() {
  for (int key = layout_.lowest; key <= layout_.highest; ++key) {
    const Box lane = layout_.lane_of(key);
    context_.fill(lane, is_black(key) ? theme_.black_lane : theme_.white_lane);
    if (key % 12 == 0) {
      context_.line(lane.x, lane.bottom(), lane.right(), lane.bottom(), theme_.bar_line, 0.3);
    }
  }
  bool odd = false;
  for (const int drum : layout_.drum_rows) {
    context_.fill(layout_.row_of_drum(drum), odd ? theme_.black_lane : theme_.white_lane);
    odd = !odd;
  }
}

void RollPainter::paint_lines() {
  const auto bars = static_cast<double>(
      std::ranges::count_if(music_.lines, [](const RollLine& line) { return line.number > 0; }));
  const double bar = layout_.notes.width / std::max(bars, 1.0);
  const double beat = layout_.notes.width / std::max(static_cast<double>(music_.lines.size()), 1.0);
  const auto bar_step = step_for(bar, closest_lines);
  const auto label_step = step_for(bar, closest_labels);
  for (const RollLine& line : music_.lines) {
    const double x = layout_.x_of(line.tick);
    if (line.number == 0) {
      if (beat >= closest_lines) paint_vertical(x, theme_.beat_line, 0.5);
      continue;
    }
    const bool is_labelled = (line.number - 1) % label_step == 0;
    if ((line.number - 1) % bar_step == 0) {
      paint_vertical(x, theme_.bar_line, is_labelled && label_step > 1 ? 0.9 : 0.6);
    }
    if (is_labelled) context_.text(x + 2, layout_.ruler_y, line.label, small_font, theme_.dim);
  }
}

void RollPainter::paint_vertical(double x, Rgb color, double width) {
  for (const Box& panel : {layout_.notes, layout_.drums}) {
    if (panel.height > 0) context_.line(x, panel.y, x, panel.bottom(), color, width);
  }
}

Rgb RollPainter::color_of(const RollNote& note) const {
  return mix(theme_.white_lane, part_color(note.part), 0.3 + 0.7 * note.velocity / 127);
}

void RollPainter::paint_notes() {
  for (const RollNote& note : music_.notes) {
    if (note.channel == drum_channel) {
      paint_drum(note);
      continue;
    }
    const Box lane = layout_.lane_of(note.key);
    const double x = layout_.x_of(note.start);
    const double width = std::max(layout_.x_of(note.end) - x, least_note);
    const Rgb color = color_of(note);
    if (width < least_framed || lane.height < least_framed) {
      context_.fill({x, lane.y, width, lane.height}, color);
      continue;
    }
    context_.fill_rounded({x, lane.y, width, lane.height}, 2, mix(color, theme_.ink, 0.35));
    context_.fill_rounded({x + 0.5, lane.y + 0.5, width - 1, lane.height - 1}, 1.6, color);
  }
}

void RollPainter::paint_drum(const RollNote& note) {
  const Box row = layout_.row_of_drum(Lanes::drum_of(note.key));
  const double x = layout_.x_of(note.start);
  const double width = std::clamp(layout_.x_of(note.end) - x, least_note, longest_drum);
  context_.fill_rounded({x, row.y + 1.5, width, row.height - 3}, 1.5, color_of(note));
}

void RollPainter::paint_keyboard() {
  const Box& keys = layout_.keyboard;
  if (layout_.highest < layout_.lowest) return;
  context_.fill(keys, theme_.white_key);
  for (int key = layout_.lowest; key <= layout_.highest; ++key) {
    const Box lane = layout_.lane_of(key);
    const int next = (key + 1) % 12;
    const bool white_follows = !is_black(key) && !is_black(next);
    const double y = is_black(key) ? lane.y + lane.height / 2 : lane.y;
    if (is_black(key) || white_follows) {
      context_.line(keys.x, y, keys.right(), y, theme_.key_edge, 0.5);
    }
    if (key % 12 == 0) {
      const std::string name = fmt::format("C{}", key / 12 - 1);
      const Font font{std::clamp(lane.height * 1.1, 5.0, 8.0), false};
      const double x = keys.right() - context_.width_of(name, font) - 2;
      context_.text(x, lane.bottom() - std::max(lane.height - 6, 0.0) / 2, name, font,
                    rgb(0x6B7383));
    }
  }
  paint_black_keys();
}

void RollPainter::paint_black_keys() {
  const Box& keys = layout_.keyboard;
  for (int key = layout_.lowest; key <= layout_.highest; ++key) {
    if (!is_black(key)) continue;
    const Box lane = layout_.lane_of(key);
    context_.fill({keys.x, lane.y, keys.width * 0.6, lane.height}, theme_.black_key);
  }
  context_.line(keys.x, keys.y, keys.right(), keys.y, theme_.key_edge);
  context_.line(keys.x, keys.bottom(), keys.right(), keys.bottom(), theme_.key_edge);
  context_.line(keys.x, keys.y, keys.x, keys.bottom(), theme_.key_edge);
  context_.line(keys.right(), keys.y, keys.right(), keys.bottom(), theme_.key_edge);
}

}  // namespace mido::cli
