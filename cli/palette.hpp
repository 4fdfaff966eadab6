// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include "cli/canvas.hpp"

/// The colours of the player. Everything dark counts as background where there are no colours.
namespace mido::cli::palette {

inline constexpr Color own = 0;
inline constexpr Color night = 234;       ///< behind the notes of white keys
inline constexpr Color deep_night = 233;  ///< behind the notes of black keys
inline constexpr Color beat_line = 236;
inline constexpr Color bar_line = 240;
inline constexpr Color black_key = 235;
inline constexpr Color white_key = 254;
inline constexpr Color key_edge = 247;
inline constexpr Color bright = 255;
inline constexpr Color dim = 244;
inline constexpr Color faint = 240;
inline constexpr Color accent = 75;
inline constexpr Color record = 203;

/// A note before it sounds and while it does.
struct NoteColor {
  Color waiting;
  Color sounding;
};

inline constexpr NoteColor drum{249, 231};
/// One for each channel; that of the drums is never asked for.
inline constexpr std::array<NoteColor, 16> channels{{{75, 159},
                                                     {114, 157},
                                                     {215, 223},
                                                     {204, 218},
                                                     {141, 189},
                                                     {80, 159},
                                                     {221, 229},
                                                     {209, 224},
                                                     {111, 153},
                                                     drum,
                                                     {150, 194},
                                                     {176, 225},
                                                     {179, 223},
                                                     {73, 158},
                                                     {168, 218},
                                                     {105, 189}}};
/// From the lowest key to the highest, for music on a single channel.
inline constexpr std::array<NoteColor, 12> rainbow{{{69, 153},
                                                    {75, 159},
                                                    {81, 195},
                                                    {80, 159},
                                                    {79, 158},
                                                    {114, 157},
                                                    {150, 194},
                                                    {186, 230},
                                                    {222, 230},
                                                    {216, 224},
                                                    {210, 224},
                                                    {204, 218}}};

[[nodiscard]] constexpr bool is_dark(Color color) noexcept {
  return color == own || (color >= 232 && color <= faint);
}

}  // namespace mido::cli::palette
