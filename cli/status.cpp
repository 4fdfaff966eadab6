// SPDX-License-Identifier: MIT
#include "cli/status.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <string>

#include "cli/gm_names.hpp"
#include "cli/palette.hpp"
#include "cli/text.hpp"
#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"

namespace mido::cli {

namespace {

constexpr std::size_t most_in_a_row = 4;
constexpr Seconds afterglow{0.15};

std::bitset<16> sounding_channels(std::span<const TimedNote> notes, Seconds now) {
  std::bitset<16> result;
  for (const auto& note : notes) {
    if (note.start <= now && now < note.end + afterglow) {
      result.set(static_cast<std::size_t>(note.channel));
    }
  }
  return result;
}

}  // namespace

double beats_per_minute(Tempo tempo) { return tempo == 0 ? 0 : 6e7 / int{tempo}; }

void SongState::played(const TrackEvent& event) {
  if (const auto tempo = event.get_if<SetTempo>()) {
    beats_per_minute_ = cli::beats_per_minute(tempo->tempo);
  } else if (const auto change = event.get_if<ProgramChange>()) {
    programs_[static_cast<std::size_t>(int{change->channel})] = change->program;
  }
}

std::string_view SongState::instrument(int channel) const {
  return channel == drum_channel ? "Drums" : gm_name(programs_[static_cast<std::size_t>(channel)]);
}

void draw_bar(Canvas& canvas, int row, int first, int count, double part) {
  const int halves = static_cast<int>(std::lround(part * 2 * count));
  for (int i = 0; i < count; ++i) {
    Cell& cell = canvas.at(first + i, row);
    const int here = halves - 2 * i;
    cell.glyph = here >= 2 ? U'━' : here == 1 ? U'╸' : U'─';
    cell.ink = here >= 1 ? palette::accent : palette::faint;
  }
}

void draw_progress(Canvas& canvas, int row, Seconds position, Seconds length,
                   std::string_view right) {
  position = std::min(position, length);
  const std::string after = clock_time(length);
  const int text_after = static_cast<int>(after.size() + right.size()) + 3;
  const int x = canvas.write(0, row, clock_time(position), palette::bright) + 1;
  const int end = std::max(x, canvas.width() - text_after);
  const double part = length > Seconds::zero() ? position / length : 1;
  draw_bar(canvas, row, x, end - x, std::clamp(part, 0.0, 1.0));
  const int next = canvas.write(end + 1, row, after, palette::dim);
  canvas.write(next + 2, row, right, palette::bright);
}

int instrument_rows(const Survey& song) noexcept {
  return song.channels.count() > most_in_a_row ? 2 : 1;
}

void draw_instruments(Canvas& canvas, int first_row, const Survey& song, const SongState& state,
                      std::span<const TimedNote> notes, Seconds now) {
  const int total = static_cast<int>(song.channels.count());
  const int rows = instrument_rows(song);
  const int in_a_row = std::max((total + rows - 1) / rows, 1);
  const int slot = canvas.width() / in_a_row;
  const auto sounding = sounding_channels(notes, now);
  for (int channel = 0, i = 0; channel < 16; ++channel) {
    if (!song.channels.test(static_cast<std::size_t>(channel))) continue;
    const bool sounds = sounding.test(static_cast<std::size_t>(channel));
    const int x = i % in_a_row * slot;
    const int y = first_row + i / in_a_row;
    canvas.write(x, y, U"●", song.color(channel, (song.lowest + song.highest) / 2).waiting);
    const auto name = state.instrument(channel);
    const auto room = static_cast<std::size_t>(std::max(slot - 3, 0));
    canvas.write(x + 2, y, name.substr(0, room), sounds ? palette::bright : palette::dim);
    ++i;
  }
}

}  // namespace mido::cli
