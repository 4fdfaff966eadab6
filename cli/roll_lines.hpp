// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "cli/roll_music.hpp"
#include "mido/smf/tempo_map.hpp"

namespace mido::cli {

/// The bars and beats between two ticks, or the seconds where there are no beats.
[[nodiscard]] std::vector<RollLine> lines_of(std::int64_t first, std::int64_t last,
                                             const TempoMap& tempos);

/// Where the bar ends that a song ends in: the tick itself if it starts a bar, or has none.
[[nodiscard]] std::int64_t end_of_bar(std::int64_t tick, const TempoMap& tempos);

}  // namespace mido::cli
