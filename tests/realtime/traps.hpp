// SPDX-License-Identifier: MIT
#pragma once

namespace mido::testing {

/// While it lives, this thread must not lock, allocate or free.
class Realtime {
 public:
  Realtime() noexcept;
  Realtime(const Realtime&) = delete;
  Realtime& operator=(const Realtime&) = delete;
  ~Realtime();
};

/// How often any thread did so all the same.
[[nodiscard]] int realtime_faults() noexcept;

/// How many process callbacks of JACK's ran. Each is Realtime.
[[nodiscard]] int process_callbacks() noexcept;

}  // namespace mido::testing
