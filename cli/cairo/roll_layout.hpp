// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "cli/cairo/context.hpp"
#include "cli/roll_file.hpp"

namespace mido::cli {

/// Where everything of a picture stands.
struct RollLayout {
  /// A name of the legend.
  struct Name {
    double x;
    double y;
  };

  RollLayout(const RollMusic& music, const RollLook& look, Context& measure);

  [[nodiscard]] double x_of(std::int64_t tick) const;
  /// The lane of a key, across the panel of the notes.
  [[nodiscard]] Box lane_of(int key) const;
  /// The row of a drum (Lanes::drum_of). Precondition: the music has it.
  [[nodiscard]] Box row_of_drum(int drum) const;

  double width;
  double height;
  std::vector<Name> names;  ///< one for each part
  double title_y = 0;
  double markers_y = 0;
  double tempos_y = 0;
  double ruler_y = 0;
  double lyrics_y = 0;
  Box notes;  ///< the panel of the keys
  Box drums;  ///< the panel of the drums; of no height without any
  Box keyboard;
  int lowest = 0;  ///< keys
  int highest = 0;
  std::vector<int> drum_rows;  ///< the drums of the music, from above

 private:
  void find_keys(const RollMusic& music);
  void place_names(const RollMusic& music, Context& measure);
  void place_panels(const RollMusic& music, const RollLook& look);

  std::int64_t first_;
  std::int64_t last_;
};

inline constexpr Font title_font{14, true};
inline constexpr Font name_font{10, false};
inline constexpr Font small_font{9, false};
inline constexpr double name_dot = 8;  ///< the coloured square in front of a name

}  // namespace mido::cli
