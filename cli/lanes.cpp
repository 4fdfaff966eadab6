// SPDX-License-Identifier: MIT
#include "cli/lanes.hpp"

#include <algorithm>

namespace mido::cli {

namespace {

constexpr int widest_key = 3;
constexpr int wide = 72;  // columns from which on each drum gets two
constexpr int least_octaves = 3;

constexpr std::string_view drums_from_35 = "KKSSSSTHTHTHTTCTCCCPCPCPC";

}  // namespace

int Lanes::drum_of(int key) noexcept {
  constexpr std::string_view letters = "KSTHCP";
  const auto index = static_cast<std::size_t>(key - 35);
  const char letter = index < drums_from_35.size() ? drums_from_35[index] : 'P';
  return static_cast<int>(letters.find(letter));
}

Lanes::Lanes(const Survey& song, int width) {
  int room = width;
  if (song.has_drums()) {
    drum_width_ = width >= wide ? 2 : 1;
    room -= drums * drum_width_ + drum_width_;
  }
  choose_keys(song, room);
  left_ = (room - keys_ * key_width_) / 2;
  drums_left_ = width - drums * drum_width_;
}

void Lanes::choose_keys(const Survey& song, int width) {
  int low = std::min(song.lowest, song.highest);
  int high = std::max(song.lowest, song.highest);
  if (song.lowest > song.highest) low = high = 60;
  const int missing = least_octaves * 12 - (high - low + 1);
  if (missing > 0) low -= missing / 2, high += missing - missing / 2;
  key_width_ = std::clamp(width / (high - low + 1), 1, widest_key);
  // As many keys as there is room for, those of the song in the middle.
  keys_ = std::clamp(width / key_width_, 1, 128);
  lowest_ = std::clamp(low - (keys_ - (high - low + 1)) / 2, 0, 128 - keys_);
}

Columns Lanes::of(int channel, int key) const noexcept {
  if (channel == drum_channel) return of_drum(drum_of(key));
  const int index = std::clamp(key - lowest_, 0, keys_ - 1);
  return {left_ + index * key_width_, key_width_};
}

Columns Lanes::of_drum(int drum) const noexcept {
  return {drums_left_ + drum * drum_width_, drum_width_};
}

}  // namespace mido::cli
