// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "cli/palette.hpp"
#include "cli/piano_roll.hpp"

namespace mido::cli {

namespace {

constexpr Seconds shortest_flash{0.08};  // a drum stroke may be shorter than a frame

/// The colours of what sounds; palette::own for what is silent.
struct Sounding {
  std::array<Color, 128> keys{};
  std::array<Color, Lanes::drums> drums{};
};

Sounding find_sounding(const Survey& song, std::span<const TimedNote> notes, Seconds now) {
  Sounding result;
  for (const auto& note : notes) {
    if (note.start > now || std::max(note.end, note.start + shortest_flash) <= now) continue;
    const Color color = song.color(note.channel, note.key).waiting;
    if (note.channel == drum_channel) {
      result.drums[static_cast<std::size_t>(Lanes::drum_of(note.key))] = color;
    } else {
      result.keys[static_cast<std::size_t>(note.key)] = color;
    }
  }
  return result;
}

class Keyboard {
 public:
  Keyboard(Canvas& canvas, const Lanes& lanes, const Sounding& sounding)
      : canvas_(canvas), lanes_(lanes), sounding_(sounding) {}

  /// Where black keys lie between the white ones. A mark says which sound where there are no
  /// colours; else it is of the same one as the key.
  void draw_upper_row(int y, bool with_marks) {
    for (int key = lanes_.lowest(); key <= lanes_.highest(); ++key) {
      const auto [first, count] = lanes_.of(0, key);
      const Color color = color_of(key);
      for (int x = first; x < first + count; ++x) canvas_.at(x, y).paper = color;
      const bool after_white = key > lanes_.lowest() && !is_black(key) && !is_black(key - 1);
      if (after_white) canvas_.at(first, y) = edge(key);
      if (with_marks && sounds(key)) canvas_.at(first, y) = {U'●', color, color};
    }
  }

  /// Where white keys touch each other, in the middle of the black one between them.
  void draw_lower_row(int y) {
    const auto [first, count] = lanes_.keyboard();
    int previous = white_key_at(0);
    for (int i = 0; i < count; ++i) {
      const int left = white_key_at(2 * i);
      const int right = white_key_at(2 * i + 1);
      Cell& cell = canvas_.at(first + i, y);
      cell = left != previous ? edge(left) : Cell{.paper = color_of(left)};
      if (left != right) cell = shared_by(left, right);
      previous = right;
    }
  }

  void draw_drums(Rows rows) {
    for (int drum = 0; lanes_.has_drums() && drum < Lanes::drums; ++drum) {
      const auto index = static_cast<std::size_t>(drum);
      const auto [first, count] = lanes_.of_drum(drum);
      const Color color = sounding_.drums[index];
      for (int y = rows.first; y < rows.first + rows.count; ++y) {
        for (int x = first; x < first + count; ++x) {
          canvas_.at(x, y).paper = color == palette::own ? palette::black_key : color;
        }
      }
      Cell& cell = canvas_.at(first, rows.first + rows.count - 1);
      cell.glyph = Lanes::drum_letters[index];
      cell.ink = color == palette::own ? palette::dim : palette::black_key;
    }
  }

 private:
  [[nodiscard]] Color sound_of(int key) const {
    return sounding_.keys[static_cast<std::size_t>(std::clamp(key, 0, 127))];
  }
  [[nodiscard]] bool sounds(int key) const { return sound_of(key) != palette::own; }
  [[nodiscard]] Color color_of(int key) const {
    if (sounds(key)) return sound_of(key);
    return is_black(key) ? palette::black_key : palette::white_key;
  }

  /// The white key at a place counted in halves of a column.
  [[nodiscard]] int white_key_at(int half) const {
    const int width = 2 * lanes_.key_width();
    const int key = lanes_.lowest() + half / width;
    if (!is_black(key)) return key;
    return half % width < width / 2 ? key - 1 : key + 1;
  }

  /// The left end of a white key beside another one.
  [[nodiscard]] Cell edge(int key) const {
    return {.glyph = U'▏', .ink = palette::key_edge, .paper = color_of(key)};
  }

  [[nodiscard]] Cell shared_by(int left, int right) const {
    if (color_of(left) != color_of(right)) {
      return {.glyph = U'▌', .ink = color_of(left), .paper = color_of(right)};
    }
    return {.glyph = U'│', .ink = palette::key_edge, .paper = color_of(left)};
  }

  Canvas& canvas_;
  const Lanes& lanes_;
  const Sounding& sounding_;
};

}  // namespace

void draw_keyboard(Canvas& canvas, Rows rows, const Lanes& lanes, const Survey& song,
                   std::span<const TimedNote> notes, Seconds now) {
  const Sounding sounding = find_sounding(song, notes, now);
  Keyboard keyboard(canvas, lanes, sounding);
  const int last = rows.first + rows.count - 1;
  for (int y = rows.first; y < last; ++y) keyboard.draw_upper_row(y, y + 1 == last);
  keyboard.draw_lower_row(last);
  keyboard.draw_drums(rows);
}

}  // namespace mido::cli
