// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <span>

#include "handles.hpp"
#include "mido/ports/device.hpp"

namespace mido::fluid {

/// A synthesizer with its soundfont loaded.
/// Thread-safe: yes, but for rendering.
class Synth {
 public:
  /// Throws ValueError for a bad setting, PortError for a bad soundfont.
  explicit Synth(const Settings& settings);

  /// Plays one complete message.
  void play(std::span<const std::uint8_t> message);

  /// Lets what sounds die away, three seconds at most; notes that are still held after two are
  /// let go. `pass(duration)` makes time pass.
  template <class Pass>
  void ring_out(Pass pass) {
    using namespace std::chrono_literals;
    constexpr auto step = 10ms;
    for (auto rung = 0ms; rung < 3s && is_sounding(); rung += step) {
      if (rung == 2s) let_go();
      pass(step);
    }
  }

  [[nodiscard]] fluid_settings_t* settings() noexcept { return settings_.get(); }
  [[nodiscard]] fluid_synth_t* get() noexcept { return synth_.get(); }

 private:
  [[nodiscard]] bool is_sounding();
  void let_go();

  SettingsHandle settings_;
  SynthHandle synth_;
};

}  // namespace mido::fluid
