// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <thread>
#include <vector>

#include "mido/values/timestamp.hpp"

namespace bench::ports {

// JACK hands over what it has when a cycle begins, so a message takes above all as long as that is
// away. Who sends a fixed time after the last message came is always as far away from it. On this
// beat all distances come up equally often: it is 2.618 cycles of 64 frames at 48 kHz, and the
// multiples of the golden ratio are spread as evenly as can be.
inline constexpr auto beat = std::chrono::nanoseconds(3490712);

/// Sends a message on each beat, in a thread of its own, and gives how many microseconds each one
/// took. `receive` waits for one, and returns false when none comes. Throws std::runtime_error when
/// one is lost.
template <class Send, class Receive>
std::vector<double> latencies(std::size_t messages, Send send, Receive receive) {
  using std::chrono::steady_clock;
  std::vector<mido::Timestamp> sent(messages);
  std::vector<double> result;
  std::jthread sender([&, next = steady_clock::now()]() mutable {
    for (mido::Timestamp& when : sent) {
      std::this_thread::sleep_until(next += beat);
      when = mido::timestamp_now();
      send();
    }
  });
  for (const mido::Timestamp& when : sent) {
    if (!receive()) throw std::runtime_error("a message was lost");
    result.push_back(static_cast<double>((mido::timestamp_now() - when).count()) / 1e3);
  }
  return result;
}

}  // namespace bench::ports
