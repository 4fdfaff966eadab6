// SPDX-License-Identifier: MIT
#pragma once

#include <fluidsynth.h>

#include <memory>

namespace mido::fluid {

template <auto Delete>
struct Deleter {
  template <class T>
  void operator()(T* object) const noexcept {
    Delete(object);
  }
};

using SettingsHandle = std::unique_ptr<fluid_settings_t, Deleter<&delete_fluid_settings>>;
using SynthHandle = std::unique_ptr<fluid_synth_t, Deleter<&delete_fluid_synth>>;
using AudioHandle = std::unique_ptr<fluid_audio_driver_t, Deleter<&delete_fluid_audio_driver>>;
using SequencerHandle = std::unique_ptr<fluid_sequencer_t, Deleter<&delete_fluid_sequencer>>;
using RendererHandle = std::unique_ptr<fluid_file_renderer_t, Deleter<&delete_fluid_file_renderer>>;

}  // namespace mido::fluid
