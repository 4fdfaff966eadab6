// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>

#include "handles.hpp"
#include "mido/ports/device.hpp"
#include "synth.hpp"

namespace mido::fluid {

/// A WAV file that a synthesizer plays into, and the clock of its samples: time passes as fast
/// as they can be computed.
/// Thread-safe: yes.
class Recording final : public ClockSource {
 public:
  /// Opens the file. Throws PortError.
  Recording(Synth& synth, std::string path);

  Seconds now() override;
  /// Renders up to `deadline`, at most 64 samples more. Throws PortError when the file cannot be
  /// written, or would get too long.
  bool sleep_until(Seconds deadline, const std::stop_token& stop) override;

  [[nodiscard]] bool failed() const noexcept { return failed_; }

 private:
  void check_length(Seconds deadline) const;
  void render_block();

  std::string path_;
  double sample_rate_ = 0;
  std::atomic<std::uint64_t> frames_{0};
  std::atomic<bool> failed_{false};
  std::string failure_;
  std::mutex mutex_;  // of the renderer and the failure
  RendererHandle renderer_;
};

/// Renders into a WAV file. Closing adds the time in which the last notes die away.
class RenderDevice final : public OutputDevice {
 public:
  explicit RenderDevice(const PortRequest& request);
  ~RenderDevice() override;

  Sent write(std::span<const std::uint8_t> message) override;
  ClockSource* clock() override { return &recording_; }

 private:
  Synth synth_;
  Recording recording_;
};

}  // namespace mido::fluid
