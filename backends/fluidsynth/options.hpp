// SPDX-License-Identifier: MIT
#pragma once

#include <fluidsynth.h>

#include <string>
#include <string_view>
#include <vector>

#include "mido/ports/device.hpp"

namespace mido::fluid {

/// The names of all settings.
[[nodiscard]] std::vector<std::string> setting_names();

/// The value of a setting, or nullptr when it is not set.
[[nodiscard]] const std::string* find_setting(const Settings& settings, std::string_view name);

/// Hands the numbers and switches among the settings to FluidSynth, after the defaults that
/// differ from its own. Throws ValueError that names the setting and what it may be.
void apply_settings(const Settings& settings, fluid_settings_t* target);

}  // namespace mido::fluid
