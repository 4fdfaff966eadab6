// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace mido {

/// Nanoseconds on std::chrono::steady_clock: when a message arrived, or is to go out.
using Timestamp = std::chrono::nanoseconds;

/// The moment, as a Timestamp. Realtime-safe: yes.
[[nodiscard]] inline Timestamp timestamp_now() noexcept {
  return std::chrono::steady_clock::now().time_since_epoch();
}

}  // namespace mido
