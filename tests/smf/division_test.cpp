// SPDX-License-Identifier: MIT
#include "mido/smf/division.hpp"

#include <gtest/gtest.h>

namespace {

using mido::Division;
using mido::FrameRate;

TEST(Division, Is480TicksPerBeatUnlessToldOtherwise) {
  EXPECT_EQ(Division().ticks_per_beat(), 480);
  EXPECT_FALSE(Division().is_smpte());
  EXPECT_EQ(Division().raw(), 480);
}

TEST(Division, TakesTicksPerBeatInTheirRange) {
  EXPECT_EQ(Division(mido::checked(32767)).ticks_per_beat(), 32767);
  EXPECT_THROW(Division(mido::checked(0)), mido::ValueError);
  EXPECT_THROW(Division(mido::checked(32768)), mido::ValueError);
}

TEST(Division, IsMinusTheFramesPerSecondForSmpte) {
  EXPECT_EQ(Division::smpte(24, 4).raw(), 0xE804);
  EXPECT_EQ(Division::smpte(25, 40).raw(), 0xE728);
  EXPECT_EQ(Division::smpte(29.97, 80).raw(), 0xE350);
  EXPECT_EQ(Division::smpte(30, 255).raw(), 0xE2FF);
  EXPECT_THROW((void)Division::smpte(30, 0), mido::ValueError);
  EXPECT_THROW((void)Division::smpte(30, 256), mido::ValueError);
}

TEST(Division, IsReadFromAHeader) {
  const auto division = Division::from_raw(0xE728);
  ASSERT_TRUE(division.has_value());
  EXPECT_TRUE(division->is_smpte());
  EXPECT_EQ(division->ticks_per_beat(), std::nullopt);
  EXPECT_EQ(division->frame_rate(), FrameRate(25));
  EXPECT_EQ(division->ticks_per_frame(), 40);
  EXPECT_EQ(Division::from_raw(0), std::nullopt);
  EXPECT_EQ(Division::from_raw(0xE700), std::nullopt);
  EXPECT_EQ(Division::from_raw(0xFF28), std::nullopt);
}

TEST(Division, KnowsHowLongATickIs) {
  EXPECT_DOUBLE_EQ(Division().tick_length(500000).count(), 0.5 / 480);
  EXPECT_DOUBLE_EQ(Division::smpte(25, 40).tick_length(1).count(), 0.001);
  EXPECT_DOUBLE_EQ(Division::smpte(29.97, 100).tick_length(1).count(), 1.001 / 3000);
}

}  // namespace
