// SPDX-License-Identifier: MIT
#pragma once

#include "cli/io.hpp"
#include "cli/roll_music.hpp"

namespace mido::cli {

/// Shows the music as text, some bars below the others; on a terminal in the user's pager.
void show_roll(const RollMusic& music, Io& io);

}  // namespace mido::cli
