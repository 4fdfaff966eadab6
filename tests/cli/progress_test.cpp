// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "support/fake_clock.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::FakeClock;

TEST(Progress, ShowsItselfAfterAMomentAndLeavesNothing) {
  std::ostringstream out;
  std::ostringstream err;
  Io io{.out = out, .err = err, .err_is_terminal = true};
  FakeClock clock;
  {
    Progress progress(io, 3, clock);
    progress.advance();
    EXPECT_EQ(err.str(), "");
    clock.advance(Seconds(1));
    progress.advance();
    EXPECT_EQ(err.str(), "\r2 of 3 files");
    progress.advance();
    EXPECT_EQ(err.str(), "\r2 of 3 files") << "not more often than eyes can follow";
  }
  EXPECT_EQ(err.str(), "\r2 of 3 files\r\x1b[K");
}

TEST(Progress, IsNotShownInAFile) {
  std::ostringstream out;
  std::ostringstream err;
  Io io{.out = out, .err = err};
  FakeClock clock;
  Progress progress(io, 3, clock);
  clock.advance(Seconds(1));
  progress.advance();
  EXPECT_EQ(err.str(), "");
}

}  // namespace
}  // namespace mido::cli
