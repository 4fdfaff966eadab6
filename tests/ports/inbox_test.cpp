// SPDX-License-Identifier: MIT
#include "mido/ports/inbox.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

namespace {

using mido::Inbox;
using mido::Timestamp;
using Bytes = std::vector<std::uint8_t>;

Bytes read_all(Inbox& inbox) {
  Bytes result;
  for (auto chunk = inbox.read(); !chunk.bytes.empty(); chunk = inbox.read()) {
    result.insert(result.end(), chunk.bytes.begin(), chunk.bytes.end());
  }
  return result;
}

Bytes counting(std::size_t size) {
  Bytes bytes(size);
  std::iota(bytes.begin(), bytes.end(), std::uint8_t{1});
  return bytes;
}

TEST(Inbox, IsEmptyAtFirst) {
  Inbox inbox;
  EXPECT_TRUE(inbox.read().bytes.empty());
  EXPECT_FALSE(inbox.disconnected());
  EXPECT_EQ(inbox.lost(), 0U);
}

TEST(Inbox, GivesChunksInOrderWithTheirTimes) {
  Inbox inbox;
  ASSERT_TRUE(inbox.write(Bytes{0x90, 60, 64}, Timestamp(5)));
  ASSERT_TRUE(inbox.write(counting(100), Timestamp(7)));
  const auto first = inbox.read();
  EXPECT_EQ(Bytes(first.bytes.begin(), first.bytes.end()), (Bytes{0x90, 60, 64}));
  EXPECT_EQ(first.when, Timestamp(5));
  const auto second = inbox.read();
  EXPECT_EQ(Bytes(second.bytes.begin(), second.bytes.end()), counting(100));
  EXPECT_EQ(second.when, Timestamp(7));
  EXPECT_TRUE(inbox.read().bytes.empty());
}

TEST(Inbox, HoldsAShortMessageInSixteenBytes) {
  Inbox inbox(64);
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(inbox.write(Bytes{0x90, 60, 64}, {}));
  EXPECT_FALSE(inbox.write(Bytes{0xF8}, {}));
}

TEST(Inbox, CountsWhatDoesNotFitAndMarksTheNextChunk) {
  Inbox inbox(64);
  ASSERT_TRUE(inbox.write(counting(48), {}));
  EXPECT_FALSE(inbox.write(Bytes{1}, {}));
  EXPECT_FALSE(inbox.write(Bytes{2}, {}));
  EXPECT_EQ(inbox.lost(), 2U);
  EXPECT_FALSE(inbox.read().after_loss);
  EXPECT_TRUE(inbox.read().bytes.empty());
  ASSERT_TRUE(inbox.write(Bytes{3}, {}));
  ASSERT_TRUE(inbox.write(Bytes{4}, {}));
  EXPECT_TRUE(inbox.read().after_loss);
  EXPECT_FALSE(inbox.read().after_loss);
}

TEST(Inbox, CountsWhatTheDriverLost) {
  Inbox inbox;
  ASSERT_TRUE(inbox.write(Bytes{1}, {}));
  inbox.mark_lost();
  EXPECT_EQ(inbox.lost(), 1U);
  ASSERT_TRUE(inbox.write(Bytes{2}, {}));
  EXPECT_FALSE(inbox.read().after_loss);
  EXPECT_TRUE(inbox.read().after_loss);
}

TEST(Inbox, RefusesAChunkThatCanNeverFit) {
  Inbox inbox(64);
  EXPECT_FALSE(inbox.has_room(65));
  EXPECT_FALSE(inbox.has_room(SIZE_MAX));
  EXPECT_FALSE(inbox.write(counting(49), {}));
  EXPECT_TRUE(inbox.write(counting(48), {}));
}

TEST(Inbox, GoesRoundTheEndOfTheRingAtEveryPlace) {
  Inbox inbox(256);
  for (std::size_t size = 0; size < 200; ++size) {
    const Bytes bytes = counting(size + 1);
    ASSERT_TRUE(inbox.write(bytes, Timestamp(static_cast<std::int64_t>(size))));
    const auto chunk = inbox.read();
    ASSERT_EQ(Bytes(chunk.bytes.begin(), chunk.bytes.end()), bytes);
    ASSERT_EQ(chunk.when, Timestamp(static_cast<std::int64_t>(size)));
    ASSERT_TRUE(inbox.read().bytes.empty());
  }
}

TEST(Inbox, KeepsAChunkValidUntilTheNextRead) {
  Inbox inbox(64);
  ASSERT_TRUE(inbox.write(counting(48), {}));
  const auto chunk = inbox.read();
  EXPECT_FALSE(inbox.has_room(1));
  EXPECT_EQ(chunk.bytes[47], 48);
  EXPECT_TRUE(inbox.read().bytes.empty());
  EXPECT_TRUE(inbox.has_room(48));
}

TEST(Inbox, TellsThatTheDeviceWentAway) {
  Inbox inbox;
  ASSERT_TRUE(inbox.write(Bytes{0xF8}, {}));
  inbox.disconnect();
  EXPECT_TRUE(inbox.disconnected());
  EXPECT_EQ(read_all(inbox), Bytes{0xF8});
}

TEST(Inbox, CarriesEverythingBetweenTwoThreads) {
  Inbox inbox(512);
  constexpr int count = 20000;
  std::thread writer([&] {
    for (int i = 0; i < count;) {
      Bytes bytes(static_cast<std::size_t>(1 + i % 70), static_cast<std::uint8_t>(i));
      if (inbox.has_room(bytes.size())) {
        ASSERT_TRUE(inbox.write(bytes, Timestamp(i)));
        ++i;
      } else {
        std::this_thread::yield();
      }
    }
  });
  for (int i = 0; i < count;) {
    const auto chunk = inbox.read();
    if (chunk.bytes.empty()) {
      std::this_thread::yield();
      continue;
    }
    ASSERT_EQ(chunk.when, Timestamp(i));
    ASSERT_EQ(chunk.bytes.size(), static_cast<std::size_t>(1 + i % 70));
    ASSERT_EQ(chunk.bytes.front(), static_cast<std::uint8_t>(i));
    ASSERT_EQ(chunk.bytes.back(), static_cast<std::uint8_t>(i));
    ++i;
  }
  writer.join();
  EXPECT_EQ(inbox.lost(), 0U);
}

}  // namespace
