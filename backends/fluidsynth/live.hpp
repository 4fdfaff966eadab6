// SPDX-License-Identifier: MIT
#pragma once

#include "handles.hpp"
#include "mido/ports/device.hpp"
#include "synth.hpp"

namespace mido::fluid {

/// Plays on a sound device, at once. Closing waits until the last notes have died away.
class LiveDevice final : public OutputDevice {
 public:
  explicit LiveDevice(const PortRequest& request);
  ~LiveDevice() override;

  Sent write(std::span<const std::uint8_t> message) override;

 private:
  [[nodiscard]] bool is_lost();

  Synth synth_;
  SequencerHandle samples_;  // counts what was rendered
  AudioHandle audio_;        // closed before the synthesizer it takes the sound from
  unsigned errors_;
  bool lost_ = false;
};

}  // namespace mido::fluid
