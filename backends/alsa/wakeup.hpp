// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace mido::alsa {

/// Ends a wait for a file descriptor from another thread.
class Wakeup {
 public:
  using Deadline = std::chrono::steady_clock::time_point;
  static constexpr Deadline never = Deadline::max();

  enum class Reason { ready, signalled, late };

  /// Throws PortError when the process has no file descriptor left.
  Wakeup();
  ~Wakeup();
  Wakeup(const Wakeup&) = delete;
  Wakeup& operator=(const Wakeup&) = delete;

  /// Ends the wait that is under way, or the next one. Realtime-safe: yes.
  void signal() noexcept;

  /// Waits until `descriptor` is ready for `events` (as of poll(); 0: only for signal()). Takes
  /// the signal.
  [[nodiscard]] Reason wait(int descriptor, short events, Deadline deadline = never) noexcept;

 private:
  int event_;
};

}  // namespace mido::alsa
