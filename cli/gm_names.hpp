// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace mido::cli {

/// The instrument that General MIDI gives to a program 0..127, in at most 15 letters.
[[nodiscard]] std::string_view gm_name(int program);

}  // namespace mido::cli
