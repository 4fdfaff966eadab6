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
  std::size_t longest_sysex = 100000;  ///< data bytes that are sent in one message
  std::shared_ptr<void> server = {};   ///< what must run meanwhile
};

/// A backend that needs nothing is not named here.
inline BackendSetup setup_of(const std::string& name) {
  if (name == "fluidsynth") {
    const auto wav = std::filesystem::temp_directory_path() / "mido_contract.wav";
    return {
        .backend = name, .output = "FluidSynth", .input = {}, .settings = {{"wav", wav.string()}}};
  }
#ifdef MIDO_TESTS_JACK
  if (name == "jack" || name == "rtmidi") {
    const bool by_rtmidi = name == "rtmidi";
    return {.backend = by_rtmidi ? "rtmidi/UNIX_JACK" : name,
            .output = "contract",
            .input = "mido contract:contract",
            .virtual_output = true,
            .client_name = "mido contract",
            .longest_sysex = by_rtmidi ? 16000U : 100000U,
            .server = std::make_shared<JackServer>()};
  }
#endif
  const std::string through = "Midi Through:Midi Through Port-0 14:0";
  if (name == "alsa") return {.backend = name, .output = through, .input = through};
  if (name == "rtmidi") {
    return {
        .backend = "rtmidi/LINUX_ALSA", .output = through, .input = through, .longest_sysex = 5000};
  }
  if (name == "portmidi") {
    return {.backend = name, .output = "Midi Through Port-0", .input = "Midi Through Port-0"};
  }
  if (name == "amidi") {
    const std::string raw = "Virtual Raw MIDI (16 subdevices) hw:0,0";
    return {.backend = name, .output = raw, .input = raw, .longest_sysex = 30000};
  }
  return {.backend = name, .output = "contract", .input = "contract"};
}

}  // namespace mido::testing
