// SPDX-License-Identifier: MIT
#pragma once

#include <stop_token>

#include "mido/values/time.hpp"

namespace mido {

/// Where playback takes its time from: the wall by default, a fake in a test, or the sample
/// counter of a synthesizer that renders into a file.
class ClockSource {
 public:
  ClockSource() = default;
  ClockSource(const ClockSource&) = delete;
  ClockSource& operator=(const ClockSource&) = delete;
  virtual ~ClockSource() = default;

  /// Seconds since some fixed moment; never goes back.
  [[nodiscard]] virtual Seconds now() = 0;

  /// Returns when now() has reached `deadline`, at once when it has already. Returns false when
  /// `stop` was requested before that.
  virtual bool sleep_until(Seconds deadline, const std::stop_token& stop) = 0;
};

/// The machine's monotonic clock. A requested stop ends a sleep at once.
/// Thread-safe: yes. Realtime-safe: no, it sleeps.
[[nodiscard]] ClockSource& steady_clock_source();

}  // namespace mido
