// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include "mido/values/timestamp.hpp"

namespace mido::jack {

/// What to add to a time of JACK's to have one of std::chrono::steady_clock. JACK may have a clock
/// that runs at another speed (CLOCK_MONOTONIC_RAW), so it is measured again and again.
/// Thread-safe: no. Realtime-safe: yes.
class ClockOffset {
 public:
  /// As exact as JACK's clock, which counts microseconds; 0 where both are the same clock.
  [[nodiscard]] Timestamp measure() noexcept;

 private:
  Timestamp offset_{};
};

/// The frames of one process cycle, and when they are. Realtime-safe: yes.
struct Cycle {
  /// Of the cycle under way; for the process callback only.
  [[nodiscard]] static Cycle current(jack_client_t* client, jack_nframes_t frames,
                                     ClockOffset& offset) noexcept;

  jack_nframes_t frames;
  Timestamp begin;
  Timestamp length;  ///< until the next one begins

  [[nodiscard]] Timestamp time_of(jack_nframes_t frame) const noexcept {
    return begin + length * std::int64_t{frame} / std::int64_t{frames};
  }

  /// The frame that is nearest to `when`: the first for what is late, `frames` for what has
  /// to wait for another cycle.
  [[nodiscard]] jack_nframes_t frame_of(Timestamp when) const noexcept;
};

}  // namespace mido::jack
