// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace mido::detail {

using Deadline = std::chrono::steady_clock::time_point;
inline constexpr Deadline never = Deadline::max();

/// A time-out may be longer than the clock can count.
[[nodiscard]] inline Deadline deadline_after(std::chrono::nanoseconds timeout) {
  const auto now = std::chrono::steady_clock::now();
  return timeout < never - now ? now + timeout : never;
}

}  // namespace mido::detail
