// SPDX-License-Identifier: MIT
#pragma once

#include <fluidsynth.h>

#include "mido/ports/device.hpp"

namespace mido::fluid {

/// Loads the soundfont of the setting "soundfont", else of the environment variable
/// MIDO_SOUNDFONT, else the first in the usual places. Throws PortError.
void load_soundfont(const Settings& settings, fluid_settings_t* defaults, fluid_synth_t* synth);

/// Why the system does not open the file, by fopen()'s mode; empty when it does.
[[nodiscard]] std::string open_failure(const std::string& path, const char* mode);

}  // namespace mido::fluid
