// SPDX-License-Identifier: MIT
#include "synth.hpp"

#include "log.hpp"
#include "mido/messages/message.hpp"
#include "mido/ports/errors.hpp"
#include "options.hpp"
#include "soundfont.hpp"

namespace mido::fluid {

namespace {

/// FluidSynth's function for each message type. What it has no use for is left out.
struct Player {
  fluid_synth_t* synth;

  void operator()(const NoteOff& msg) const { fluid_synth_noteoff(synth, msg.channel, msg.note); }
  void operator()(const NoteOn& msg) const {
    fluid_synth_noteon(synth, msg.channel, msg.note, msg.velocity);
  }
  void operator()(const PolyTouch& msg) const {
    fluid_synth_key_pressure(synth, msg.channel, msg.note, msg.value);
  }
  void operator()(const ControlChange& msg) const {
    fluid_synth_cc(synth, msg.channel, msg.control, msg.value);
  }
  void operator()(const ProgramChange& msg) const {
    fluid_synth_program_change(synth, msg.channel, msg.program);
  }
  void operator()(const Aftertouch& msg) const {
    fluid_synth_channel_pressure(synth, msg.channel, msg.value);
  }
  void operator()(const PitchWheel& msg) const {
    constexpr int center = 8192;
    fluid_synth_pitch_bend(synth, msg.channel, msg.pitch + center);
  }
  void operator()(const Sysex& msg) const {
    const Bytes data(msg.data.begin(), msg.data.end());
    fluid_synth_sysex(synth, reinterpret_cast<const char*>(data.data()),
                      static_cast<int>(data.size()), nullptr, nullptr, nullptr, 0);
  }
  void operator()(const Reset&) const { fluid_synth_system_reset(synth); }
  template <class T>
  void operator()(const T&) const {}
};

SettingsHandle make_settings(const Settings& settings) {
  const Log log;
  SettingsHandle handle(new_fluid_settings());
  if (!handle) throw PortError("FluidSynth: " + log.reason());
  apply_settings(settings, handle.get());
  return handle;
}

SynthHandle make_synth(const Settings& settings, fluid_settings_t* target) {
  const Log log;
  SynthHandle handle(new_fluid_synth(target));
  if (!handle) throw PortError("FluidSynth: " + log.reason());
  load_soundfont(settings, target, handle.get());
  return handle;
}

}  // namespace

Synth::Synth(const Settings& settings)
    : settings_(make_settings(settings)), synth_(make_synth(settings, settings_.get())) {}

void Synth::play(std::span<const std::uint8_t> message) {
  const Log log;  // what is wrong with a message is no error of an audio driver
  Message::from_bytes(message).visit(Player{synth_.get()});
}

bool Synth::is_sounding() { return fluid_synth_get_active_voice_count(synth_.get()) != 0; }

void Synth::let_go() {
  constexpr int sustain_pedal = 64;
  constexpr int sostenuto_pedal = 66;
  for (int channel = 0; channel <= Channel::max; ++channel) {
    fluid_synth_cc(synth_.get(), channel, sustain_pedal, 0);
    fluid_synth_cc(synth_.get(), channel, sostenuto_pedal, 0);
    fluid_synth_all_notes_off(synth_.get(), channel);
  }
}

}  // namespace mido::fluid
