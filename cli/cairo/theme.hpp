// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include "cli/cairo/context.hpp"

namespace mido::cli {

struct Theme {
  Rgb paper;
  Rgb white_lane;
  Rgb black_lane;
  Rgb beat_line;
  Rgb bar_line;
  Rgb ink;
  Rgb dim;
  Rgb white_key;
  Rgb black_key;
  Rgb key_edge;
  Rgb marker;
};

inline constexpr Theme light_theme{.paper = rgb(0xFFFFFF),
                                   .white_lane = rgb(0xFAFBFC),
                                   .black_lane = rgb(0xF0F2F6),
                                   .beat_line = rgb(0xE4E7ED),
                                   .bar_line = rgb(0xBFC6D2),
                                   .ink = rgb(0x232833),
                                   .dim = rgb(0x6B7383),
                                   .white_key = rgb(0xFFFFFF),
                                   .black_key = rgb(0x2E3440),
                                   .key_edge = rgb(0xC4CAD6),
                                   .marker = rgb(0xC2410C)};

inline constexpr Theme dark_theme{.paper = rgb(0x12141A),
                                  .white_lane = rgb(0x1C1F28),
                                  .black_lane = rgb(0x171A21),
                                  .beat_line = rgb(0x262B36),
                                  .bar_line = rgb(0x454C5C),
                                  .ink = rgb(0xE6E9F0),
                                  .dim = rgb(0x8D95A6),
                                  .white_key = rgb(0xD8DCE5),
                                  .black_key = rgb(0x12141A),
                                  .key_edge = rgb(0x8D95A6),
                                  .marker = rgb(0xFB923C)};

/// One for each part, neighbours far from each other.
[[nodiscard]] constexpr Rgb part_color(std::size_t part) {
  constexpr std::array colors{rgb(0x2F6FDE), rgb(0xF08A1C), rgb(0x12A377), rgb(0xDE3B57),
                              rgb(0x8455E0), rgb(0x12A5C6), rgb(0xC9379D), rgb(0x77A81B),
                              rgb(0xA9642B), rgb(0x5560D8), rgb(0xC7A20C), rgb(0x5F6B7E)};
  const Rgb color = colors[part % colors.size()];
  return part / colors.size() % 2 == 0 ? color : mix(color, rgb(0xFFFFFF), 0.45);
}

}  // namespace mido::cli
