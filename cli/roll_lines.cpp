// SPDX-License-Identifier: MIT
#include "cli/roll_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "cli/errors.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

// More lines than any picture has pixels.
constexpr std::size_t most_lines = 100000;

std::vector<RollLine> seconds_between(std::int64_t first, std::int64_t last,
                                      const TempoMap& tempos) {
  std::vector<RollLine> lines;
  for (double second = std::ceil(tempos.seconds(first).count()); lines.size() < most_lines;
       ++second) {
    const std::int64_t tick = tempos.tick(Seconds(second));
    if (tick >= last || (!lines.empty() && tick <= lines.back().tick)) break;
    lines.push_back({tick, static_cast<std::int64_t>(second) + 1, clock_time(Seconds(second))});
  }
  return lines;
}

void add_bar(std::vector<RollLine>& lines, const BarBeat& bar, std::int64_t end,
             const TempoMap& tempos) {
  const std::int64_t begin = tempos.tick(bar);
  const int beats = std::max<int>(tempos.time_signature(begin).numerator, 1);
  for (int beat = 1; beat <= beats; ++beat) {
    const std::int64_t tick = tempos.tick({.bar = bar.bar, .beat = beat});
    if (tick >= end) return;
    lines.push_back({.tick = tick});
    if (beat == 1) lines.back() = {tick, bar.bar, fmt::to_string(bar.bar)};
  }
}

/// "1:30", "12.5s" or "12.5": seconds.
std::optional<double> number(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !(value >= 0) || value > 1e9) return std::nullopt;
  return value;
}

std::optional<Seconds> time_of(std::string_view text) {
  if (text.ends_with('s')) {
    const auto seconds = number(text.substr(0, text.size() - 1));
    return seconds ? std::optional<Seconds>(*seconds) : std::nullopt;
  }
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto minutes = number(text.substr(0, colon));
  const auto seconds = number(text.substr(colon + 1));
  if (!minutes || !seconds) return std::nullopt;
  return Seconds(*minutes * 60 + *seconds);
}

}  // namespace

std::vector<RollLine> lines_of(std::int64_t first, std::int64_t last, const TempoMap& tempos) {
  if (!tempos.has_beats()) return seconds_between(first, last, tempos);
  std::vector<RollLine> lines;
  for (BarBeat bar{.bar = tempos.position(first).bar}; lines.size() < most_lines; ++bar.bar) {
    const std::int64_t begin = tempos.tick(bar);
    if (begin >= last) break;
    add_bar(lines, bar, std::min(tempos.tick({.bar = bar.bar + 1}), last), tempos);
  }
  std::erase_if(lines, [&](const RollLine& line) { return line.tick < first; });
  return lines;
}

std::int64_t end_of_bar(std::int64_t tick, const TempoMap& tempos) {
  if (!tempos.has_beats()) return tick;
  const BarBeat at = tempos.position(tick);
  if (at == BarBeat{.bar = at.bar}) return tick;
  return tempos.tick(BarBeat{.bar = at.bar + 1});
}

std::int64_t tick_of(const std::string& place, const TempoMap& tempos, bool after) {
  if (const auto time = time_of(place)) return tempos.tick(*time);
  const auto bar = number(place);
  if (!bar || *bar < 1 || *bar != std::floor(*bar)) {
    throw UsageError(
        fmt::format("roll: '{}' is no bar, as 9, and no time, as 12.5s or 1:30", place));
  }
  if (!tempos.has_beats()) {
    throw UsageError(
        "roll: this file has no bars: its division is in SMPTE frames; give a time, as 12.5s");
  }
  return tempos.tick(BarBeat{.bar = static_cast<std::int64_t>(*bar) + (after ? 1 : 0)});
}

}  // namespace mido::cli
