// SPDX-License-Identifier: MIT
#include "mido/values/clock_source.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace mido {

namespace {

using std::chrono::steady_clock;

// A file can ask for a wait of centuries, which nanoseconds in 64 bits cannot count.
constexpr Seconds longest_sleep = std::chrono::hours(24);

class SteadyClockSource final : public ClockSource {
 public:
  Seconds now() override { return steady_clock::now().time_since_epoch(); }

  bool sleep_until(Seconds deadline, const std::stop_token& stop) override {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
      const Seconds left = deadline - now();
      if (!(left > Seconds::zero())) return true;  // reached, or no number
      const auto step = std::chrono::ceil<steady_clock::duration>(std::min(left, longest_sleep));
      never.wait_until(lock, stop, steady_clock::now() + step, [] { return false; });
    }
    return false;
  }
};

}  // namespace

ClockSource& steady_clock_source() {
  static SteadyClockSource clock;
  return clock;
}

}  // namespace mido
