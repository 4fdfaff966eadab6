// SPDX-License-Identifier: MIT
#pragma once

#include <RtMidi.h>

#include <string>
#include <vector>

namespace mido::rtmidi {

/// The APIs that RtMidi was built with, by the names of the original: "LINUX_ALSA", "UNIX_JACK".
[[nodiscard]] std::vector<std::string> api_names();

/// The API of that name; of an empty one the first that works here. Throws BackendUnavailable when
/// RtMidi was built without it, or when it does not work.
[[nodiscard]] RtMidi::Api find_api(const std::string& name);

}  // namespace mido::rtmidi
