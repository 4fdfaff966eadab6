// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

#include "mido/values/clock_source.hpp"

namespace mido::testing {

/// A clock on which a sleep takes no time.
class FakeClock final : public ClockSource {
 public:
  Seconds now() override { return now_; }
  bool sleep_until(Seconds deadline, const std::stop_token& stop) override {
    if (stop.stop_requested()) return false;
    now_ = std::max(now_, deadline);
    return true;
  }

  void advance(Seconds by) { now_ += by; }
  /// Since it was made.
  [[nodiscard]] Seconds elapsed() const { return now_ - begin_; }

 private:
  static constexpr Seconds begin_{1000};
  Seconds now_ = begin_;
};

}  // namespace mido::testing
