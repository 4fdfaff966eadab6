// SPDX-License-Identifier: MIT
#pragma once

#include "handles.hpp"
#include "mido/ports/device.hpp"

namespace mido::fluid {

/// Opens the audio driver named by the request, else the first that can be opened, and starts
/// it. Throws BackendUnavailable when this FluidSynth has no such driver, PortError when none
/// opens, ValueError when the setting "file" does not fit the driver.
[[nodiscard]] AudioHandle open_audio(const PortRequest& request, fluid_settings_t* settings,
                                     fluid_synth_t* synth);

}  // namespace mido::fluid
