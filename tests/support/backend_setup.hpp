// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "mido/ports/backend.hpp"
#ifdef MIDO_TESTS_JACK
#include "support/jack_server.hpp"
#endif

namespace mido::testing {

/// What a backend is opened with on a machine without MIDI or sound hardware.
struct BackendSetup {
  std::string backend;
  std::string output;
  std::string input;  ///< an input that hears `output`; empty when the backend has no inputs
  Settings settings = {};
  bool virtual_output = false;  ///< make the output; `input` is connected to it, and opened later
  std::string client_name = {};
  std::shared_ptr<void> server = {};  ///< what must run meanwhile
};

/// A backend that needs nothing is not named here.
inline BackendSetup setup_of(const std::string& name) {
  if (name == "fluidsynth") {
    const auto wav = std::filesystem::temp_directory_path() / "mido_contract.wav";
    return {
        .backend = name, .output = "FluidSynth", .input = {}, .settings = {{"wav", wav.string()}}};
  }
#ifdef MIDO_TESTS_JACK
  if (name == "jack") {
    return {.backend = name,
            .output = "contract",
            .input = "mido contract:contract",
            .virtual_output = true,
            .client_name = "mido contract",
            .server = std::make_shared<JackServer>()};
  }
#endif
  if (name == "alsa") {
    const std::string through = "Midi Through:Midi Through Port-0 14:0";
    return {.backend = name, .output = through, .input = through};
  }
  return {.backend = name, .output = "contract", .input = "contract"};
}

}  // namespace mido::testing
