// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "cli/survey.hpp"

namespace mido::cli {

[[nodiscard]] constexpr bool is_black(int key) noexcept {
  return ((0b010101001010U >> (static_cast<unsigned>(key) % 12)) & 1) != 0;
}

/// Columns of a canvas.
struct Columns {
  int first = 0;
  int count = 0;
};

/// Where each note has its place across the picture: the keys of a piano that fills the width, and
/// right of it a few lanes for the drums.
class Lanes {
 public:
  /// The drums, gathered to what a drummer has before him.
  static constexpr int drums = 6;
  static constexpr std::array<char32_t, drums> drum_letters{U'K', U'S', U'T', U'H', U'C', U'P'};
  /// The lane of a drum by its key (General MIDI): kick, snare, toms, hi-hat, cymbals, percussion.
  [[nodiscard]] static int drum_of(int key) noexcept;

  Lanes(const Survey& song, int width);

  /// The columns of a note. Keys beyond the ends of the keyboard go to its last ones.
  [[nodiscard]] Columns of(int channel, int key) const noexcept;
  [[nodiscard]] Columns of_drum(int drum) const noexcept;

  [[nodiscard]] int lowest() const noexcept { return lowest_; }
  [[nodiscard]] int highest() const noexcept { return lowest_ + keys_ - 1; }
  [[nodiscard]] int key_width() const noexcept { return key_width_; }
  [[nodiscard]] Columns keyboard() const noexcept { return {left_, keys_ * key_width_}; }
  [[nodiscard]] bool has_drums() const noexcept { return drum_width_ > 0; }

 private:
  void choose_keys(const Survey& song, int width);

  int left_ = 0;
  int lowest_ = 21;
  int keys_ = 0;
  int key_width_ = 1;
  int drums_left_ = 0;
  int drum_width_ = 0;
};

}  // namespace mido::cli
