// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/json.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido::cli {

/// What `mido info` says about a file, for people.
[[nodiscard]] std::string info_text(const std::string& path, const MidiFile& file);

/// The same for programs. The keys are those of a file that could not be read, too.
[[nodiscard]] Json info_json(const std::string& path, const MidiFile& file);

/// What it says of a file that could not be read.
[[nodiscard]] Json info_json(const std::string& path, const Error& error);

}  // namespace mido::cli
