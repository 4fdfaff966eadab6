// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "mido/ports/backend.hpp"

namespace mido::testing {

/// What a backend is opened with on a machine without MIDI or sound hardware.
struct BackendSetup {
  std::string backend;
  std::string output;
  std::string input;  ///< an input that hears `output`; empty when the backend has no inputs
  Settings settings = {};
};

/// A backend that needs nothing is not named here.
inline BackendSetup setup_of(const std::string& name) {
  if (name == "fluidsynth") {
    const auto wav = std::filesystem::temp_directory_path() / "mido_contract.wav";
    return {
        .backend = name, .output = "FluidSynth", .input = {}, .settings = {{"wav", wav.string()}}};
  }
  if (name == "alsa") {
    const std::string through = "Midi Through:Midi Through Port-0 14:0";
    return {.backend = name, .output = through, .input = through};
  }
  return {.backend = name, .output = "contract", .input = "contract"};
}

}  // namespace mido::testing
