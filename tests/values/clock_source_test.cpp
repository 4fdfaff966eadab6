// SPDX-License-Identifier: MIT
#include "mido/values/clock_source.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stop_token>
#include <thread>

namespace mido {
namespace {

constexpr Seconds never{std::numeric_limits<double>::infinity()};

TEST(SteadyClock, NeverGoesBack) {
  ClockSource& clock = steady_clock_source();
  Seconds last = clock.now();
  for (int i = 0; i < 1000; ++i) {
    const Seconds now = clock.now();
    EXPECT_GE(now, last);
    last = now;
  }
}

TEST(SteadyClock, IsOne) { EXPECT_EQ(&steady_clock_source(), &steady_clock_source()); }

TEST(SteadyClock, SleepsUntilTheDeadlineAndNotLess) {
  ClockSource& clock = steady_clock_source();
  const Seconds deadline = clock.now() + Seconds(0.002);
  EXPECT_TRUE(clock.sleep_until(deadline, {}));
  EXPECT_GE(clock.now(), deadline);
}

TEST(SteadyClock, ReturnsAtOnceWhenTheDeadlineHasPassed) {
  ClockSource& clock = steady_clock_source();
  EXPECT_TRUE(clock.sleep_until(clock.now() - Seconds(1), {}));
  EXPECT_TRUE(clock.sleep_until(-never, {}));
  EXPECT_TRUE(clock.sleep_until(Seconds(std::nan("")), {}));
}

TEST(SteadyClock, DoesNotSleepWhenStopWasRequestedBefore) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(steady_clock_source().sleep_until(never, stop.get_token()));
}

TEST(SteadyClock, IsWokenByAStopRequest) {
  std::stop_source stop;
  bool reached = true;
  std::jthread sleeper(
      [&] { reached = steady_clock_source().sleep_until(never, stop.get_token()); });
  stop.request_stop();
  sleeper.join();
  EXPECT_FALSE(reached);
}

}  // namespace
}  // namespace mido
