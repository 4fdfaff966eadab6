// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>

namespace mido::detail {

/// A counting semaphore that begins at 0. std::counting_semaphore is not always enough: where it
/// waits for a time, libstdc++ looks again and again.
class Signal {
 public:
  Signal();
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  ~Signal();

  /// Realtime-safe: yes.
  void release() noexcept;
  void acquire() noexcept;
  [[nodiscard]] bool try_acquire() noexcept;
  [[nodiscard]] bool try_acquire_until(std::chrono::steady_clock::time_point deadline) noexcept;

 private:
  // Of the system's semaphore, whose header is not for everybody.
  alignas(std::max_align_t) std::array<std::byte, 32> storage_;
  // Orders what is done before a release and after it, also for the thread sanitizer, which does
  // not know every function of the system's.
  std::atomic<std::size_t> releases_{0};
};

}  // namespace mido::detail
