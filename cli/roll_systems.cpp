// SPDX-License-Identifier: MIT
#include "cli/roll_systems.hpp"

#include <algorithm>
#include <cmath>

namespace mido::cli {

namespace {

constexpr double columns_in_a_beat = 4;

/// How many times `room` fits before the next note sounds.
std::int64_t silent_parts(const RollMusic& music, std::int64_t tick, std::int64_t room) {
  std::int64_t next = music.last;
  for (const RollNote& note : music.notes) {
    if (note.end > tick) next = std::min(next, note.start);
  }
  return std::max<std::int64_t>(next - tick, 0) / room;
}

/// A bar that is wider than the picture, in parts; what is silent in it is left out.
void add_parts(std::vector<RollSystem>& systems, const RollMusic& music, RollSystem bar,
               std::int64_t room) {
  while (bar.first < bar.last) {
    systems.push_back({bar.first, std::min(bar.first + room, bar.last)});
    bar.first += room;
    bar.first += silent_parts(music, bar.first, room) * room;
  }
}

}  // namespace

double column_ticks(const RollMusic& music) {
  const auto& lines = music.lines;
  const std::int64_t beat =
      lines.size() > 1 ? lines[1].tick - lines[0].tick : music.last - music.first;
  return std::max(static_cast<double>(beat) / columns_in_a_beat, 1e-3);
}

std::vector<RollSystem> systems_of(const RollMusic& music, int columns) {
  const double ticks = column_ticks(music) * std::max(columns, 1);
  const auto room = std::max<std::int64_t>(static_cast<std::int64_t>(ticks), 1);
  std::vector<std::int64_t> bars{music.first};
  for (const RollLine& line : music.lines) {
    if (line.number > 0 && line.tick > bars.back()) bars.push_back(line.tick);
  }
  bars.push_back(music.last);
  std::vector<RollSystem> systems;
  for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
    const RollSystem bar{bars[i], bars[i + 1]};
    if (!systems.empty() && bar.last - systems.back().first <= room) {
      systems.back().last = bar.last;
    } else {
      add_parts(systems, music, bar, room);
    }
  }
  return systems;
}

}  // namespace mido::cli
