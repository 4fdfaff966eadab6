// SPDX-License-Identifier: MIT
#include "live.hpp"

#include <chrono>
#include <thread>

#include "audio.hpp"
#include "log.hpp"
#include "mido/ports/errors.hpp"

namespace mido::fluid {

namespace {

constexpr auto longest_period = std::chrono::milliseconds(250);  // 8192 samples, with room

SequencerHandle make_sample_counter(Synth& synth) {
  constexpr int no_system_timer = 0;
  SequencerHandle sequencer(new_fluid_sequencer2(no_system_timer));
  if (!sequencer) throw PortError("FluidSynth: no memory");
  fluid_sequencer_register_fluidsynth(sequencer.get(), synth.get());
  return sequencer;
}

}  // namespace

LiveDevice::LiveDevice(const PortRequest& request)
    : synth_(request.settings),
      samples_(make_sample_counter(synth_)),
      audio_(open_audio(request, synth_.settings(), synth_.get())),
      errors_(unheard_errors()) {}

LiveDevice::~LiveDevice() {
  if (is_lost()) return;
  synth_.ring_out([](auto duration) { std::this_thread::sleep_for(duration); });
}

Sent LiveDevice::write(std::span<const std::uint8_t> message) {
  if (is_lost()) return Sent::disconnected;
  synth_.play(message);
  return Sent::accepted;
}

// FluidSynth does not tell when its audio driver gives up, but it logs an error from the driver's
// thread. That may have been another port's: a driver that lives has taken sound meanwhile.
bool LiveDevice::is_lost() {
  const unsigned errors = unheard_errors();
  if (lost_ || errors == errors_) return lost_;
  errors_ = errors;
  const auto rendered = fluid_sequencer_get_tick(samples_.get());
  std::this_thread::sleep_for(longest_period);
  lost_ = fluid_sequencer_get_tick(samples_.get()) == rendered;
  return lost_;
}

}  // namespace mido::fluid
