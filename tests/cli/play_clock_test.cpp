// SPDX-License-Identifier: MIT
#include "cli/play_clock.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "support/fake_clock.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::FakeClock;
using ::testing::SizeIs;

TEST(PlayClock, StartsAtZero) {
  FakeClock port;
  PlayClock clock(port, port, {});
  EXPECT_EQ(clock.now(), Seconds(0));
  port.advance(Seconds(2));
  EXPECT_EQ(clock.now(), Seconds(2));
}

TEST(PlayClock, SleepsToTheDeadlineAndNoLonger) {
  FakeClock port;
  PlayClock clock(port, port, {});
  EXPECT_TRUE(clock.sleep_until(Seconds(1.23), {}));
  EXPECT_NEAR(port.elapsed().count(), 1.23, 1e-9);
}

TEST(PlayClock, DrawsTwentyFiveFramesASecond) {
  FakeClock port;
  std::vector<Seconds> frames;
  PlayClock clock(port, port, {.draw = [&](Seconds now) { frames.push_back(now); }});
  EXPECT_TRUE(clock.sleep_until(Seconds(10), {}));
  EXPECT_NEAR(static_cast<double>(frames.size()), 250, 2);
}

TEST(PlayClock, DrawsNothingRightBeforeANote) {
  FakeClock port;
  int frames = 0;
  PlayClock clock(port, port, {.draw = [&](Seconds) { ++frames; }});
  EXPECT_TRUE(clock.sleep_until(Seconds(0), {}));
  EXPECT_TRUE(clock.sleep_until(Seconds(0.002), {}));
  EXPECT_EQ(frames, 0);
}

TEST(PlayClock, DrawsNowAndThenHoweverDenseTheNotesAre) {
  FakeClock port;
  int frames = 0;
  PlayClock clock(port, port, {.draw = [&](Seconds) { ++frames; }});
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(clock.sleep_until(Seconds(i * 0.001), {}));
  EXPECT_GE(frames, 5);
}

TEST(PlayClock, DrawsByTheWallWhileThePortRunsAhead) {
  FakeClock port;
  FakeClock wall;
  int frames = 0;
  PlayClock clock(port, wall, {.draw = [&](Seconds) { ++frames; }});
  EXPECT_TRUE(clock.sleep_until(Seconds(100), {}));
  EXPECT_EQ(frames, 1);
}

TEST(PlayClock, EndsASleepWhenAskedToStop) {
  FakeClock port;
  std::stop_source stop;
  PlayClock clock(port, port, {.draw = [&](Seconds) { stop.request_stop(); }});
  EXPECT_FALSE(clock.sleep_until(Seconds(1000), stop.get_token()));
  EXPECT_LT(port.elapsed(), Seconds(1));
}

TEST(PlayClock, StandsStillDuringAPause) {
  FakeClock port;
  bool wanted = true;
  const auto sleep_through = [&] {
    wanted = false;
    port.advance(Seconds(60));
  };
  PlayClock clock(port, port, {.wants_to_pause = [&] { return wanted; }, .pause = sleep_through});
  EXPECT_TRUE(clock.sleep_until(Seconds(1), {}));
  EXPECT_NEAR(clock.now().count(), 1, 1e-9);
  EXPECT_NEAR(port.elapsed().count(), 61, 1e-9);
}

}  // namespace
}  // namespace mido::cli
