// SPDX-License-Identifier: MIT
#include "mido/messages/payload.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "support/allocations.hpp"

namespace mido {
namespace {

using detail::Kind;
using detail::Payload;
using testing::allocations_during;

Bytes sysex_of(std::size_t size) {
  Bytes bytes(size, 0x11);
  bytes.front() = 0xF0;
  bytes.back() = 0xF7;
  return bytes;
}

Bytes bytes_of(const Payload& payload) {
  const auto bytes = payload.bytes();
  return {bytes.begin(), bytes.end()};
}

// As a live message where that is possible: sysex.
Payload payload_of(Kind kind, std::size_t size) {
  if (kind == Kind::live) return {kind, 0xF0, sysex_of(std::max<std::size_t>(size, 2))};
  return {kind, 0xF7, Bytes(size, 0xF7)};
}

TEST(Payload, TakesEightBytes) { static_assert(sizeof(Payload) == 8); }

TEST(Payload, KeepsKindCodeAndBytesOfAnySize) {
  for (std::size_t size = 0; size < 300; ++size) {
    for (const Kind kind : {Kind::live, Kind::meta, Kind::packet}) {
      const Payload payload = payload_of(kind, size);
      EXPECT_EQ(payload.kind(), kind);
      EXPECT_EQ(payload.code(), kind == Kind::live ? 0xF0 : 0xF7);
      EXPECT_EQ(payload.bytes().size(), kind == Kind::live ? std::max<std::size_t>(size, 2) : size);
    }
    EXPECT_EQ(bytes_of(Payload(Kind::meta, 1, Bytes(size, 0xF7))), Bytes(size, 0xF7));
  }
}

TEST(Payload, KeepsShortOnesInsideAndLongOnesInABlock) {
  EXPECT_TRUE(Payload(Kind::live, 0xF0, sysex_of(7)).is_inside());
  EXPECT_FALSE(Payload(Kind::live, 0xF0, sysex_of(8)).is_inside());
  EXPECT_TRUE(Payload(Kind::meta, 1, Bytes(5)).is_inside());
  EXPECT_FALSE(Payload(Kind::meta, 1, Bytes(6)).is_inside());
}

TEST(Payload, IsTheSameFromThreeBytesAsFromASpan) {
  EXPECT_EQ(Payload(0x90, 1, 2), Payload(Kind::live, 0x90, Bytes{0x90, 1, 2}));
  EXPECT_EQ(Payload(0xC0, 1, 0), Payload(Kind::live, 0xC0, Bytes{0xC0, 1}));
  EXPECT_EQ(Payload(0xF8, 0, 0), Payload(Kind::live, 0xF8, Bytes{0xF8}));
}

TEST(Payload, ComparesKindCodeAndBytes) {
  for (const std::size_t size : {0U, 3U, 5U, 6U, 100U}) {
    const Bytes bytes(size, 1);
    EXPECT_EQ(Payload(Kind::meta, 1, bytes), Payload(Kind::meta, 1, bytes));
    EXPECT_NE(Payload(Kind::meta, 1, bytes), Payload(Kind::meta, 2, bytes));
    EXPECT_NE(Payload(Kind::meta, 1, bytes), Payload(Kind::packet, 1, bytes));
    EXPECT_NE(Payload(Kind::meta, 1, bytes), Payload(Kind::meta, 1, Bytes(size + 1, 1)));
  }
  Bytes other(100, 1);
  other.back() = 2;
  EXPECT_NE(Payload(Kind::meta, 1, Bytes(100, 1)), Payload(Kind::meta, 1, other));
}

TEST(Payload, LeavesItsFlagOutOfComparisons) {
  for (const std::size_t size : {0U, 5U, 6U, 100U}) {
    Payload payload(Kind::meta, 1, Bytes(size, 1));
    const Payload same = payload;
    payload.set_flag(true);
    EXPECT_TRUE(payload.flag());
    EXPECT_FALSE(same.flag());
    EXPECT_EQ(payload, same);
    EXPECT_EQ(bytes_of(payload), Bytes(size, 1));
    EXPECT_TRUE(Payload(payload).flag());
    payload.set_flag(false);
    EXPECT_FALSE(payload.flag());
  }
}

TEST(Payload, KeepsKindAndCodeButNoDataWhenMovedFrom) {
  for (const Kind kind : {Kind::live, Kind::meta, Kind::packet}) {
    Payload source = payload_of(kind, 100);
    source.set_flag(true);
    const Payload taken = std::move(source);
    EXPECT_EQ(taken, payload_of(kind, 100));
    // NOLINTNEXTLINE(bugprone-use-after-move): that is what is tested.
    EXPECT_EQ(source.kind(), kind);
    EXPECT_EQ(source.code(), taken.code());
    EXPECT_EQ(bytes_of(source), kind == Kind::live ? (Bytes{0xF0, 0xF7}) : Bytes{});
    EXPECT_TRUE(source.flag());
  }
}

TEST(Payload, OutlivesWhatItWasCopiedFrom) {
  Payload copy(0xF8, 0, 0);
  {
    const Payload original(Kind::meta, 1, Bytes(100, 9));
    copy = original;
  }
  EXPECT_EQ(bytes_of(copy), Bytes(100, 9));
}

TEST(Payload, SharesItsBlockAmongThreads) {
  const Payload original(Kind::meta, 1, Bytes(100, 9));
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([copy = original] {
      for (int turn = 0; turn < 1000; ++turn) {
        const std::vector<Payload> copies(10, copy);
        EXPECT_EQ(copies.back().bytes()[99], 9);
      }
    });
  }
  threads.clear();
  EXPECT_EQ(bytes_of(original), Bytes(100, 9));
}

TEST(Payload, IsFreedByTheLastOfManyThreads) {
  for (int turn = 0; turn < 100; ++turn) {
    auto original = Payload(Kind::meta, 1, Bytes(100, 9));
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) {
      threads.emplace_back([mine = original] { EXPECT_EQ(mine.bytes().size(), 100U); });
    }
    original = Payload(0xF8, 0, 0);
  }
}

// Copies, moves, assignments and ends in any order: the sanitizers watch, and the bytes stay.
TEST(Payload, SurvivesARandomLife) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  struct Owned {
    Payload payload;
    std::size_t size;
  };
  std::vector<Owned> all;
  for (int step = 0; step < 20000; ++step) {
    const std::size_t size = below(20);
    switch (all.size() < 2 ? 0 : below(6)) {
      case 0:
        all.push_back({Payload(Kind::meta, 1, Bytes(size, static_cast<std::uint8_t>(size))), size});
        break;
      case 1:
        all.push_back(Owned(all[below(all.size())]));
        break;
      case 2:
        all[below(all.size())] = all[below(all.size())];
        break;
      case 3:
        std::swap(all[below(all.size())], all.back());
        break;
      case 4:
        all[below(all.size())].payload.set_flag(below(2) == 0);
        break;
      default:
        all.pop_back();
    }
    if (all.empty()) continue;
    const auto& [payload, expected] = all[below(all.size())];
    ASSERT_EQ(bytes_of(payload), Bytes(expected, static_cast<std::uint8_t>(expected)));
  }
}

TEST(Message, DoesNotAllocateWhenItIsShort) {
  EXPECT_EQ(allocations_during([] {
              Message message(NoteOn{.note = 60}, 0.5);
              const Message copy = message;
              message = Message(PitchWheel{.pitch = 1});
              const Message read = Message::from_bytes(copy.wire());
              EXPECT_FALSE(read == message);
              EXPECT_TRUE(read.is<NoteOn>() && read.type() == "note_on" && !read.is_cc());
              message.visit([](const auto&) {});
            }),
            0U);
}

TEST(Message, TakesOneAllocationWhenItIsLong) {
  const Bytes bytes = sysex_of(10000);
  EXPECT_EQ(allocations_during([&] { const Message message = Message::from_bytes(bytes); }), 1U);
}

TEST(Message, SharesALongPayloadInsteadOfCopyingIt) {
  const Message sysex = Message::from_bytes(sysex_of(10000), 0.5);
  std::vector<Message> copies;
  copies.reserve(100);
  EXPECT_EQ(allocations_during([&] {
              for (int i = 0; i < 100; ++i) copies.push_back(sysex);
              for (Message& copy : copies) copy.set_time(3);
              const Message moved = std::move(copies.back());
              copies.back() = sysex;
              EXPECT_TRUE(moved.wire().data() == sysex.wire().data());
            }),
            0U);
  EXPECT_EQ(sysex.time(), 0.5);
}

TEST(TrackEvent, DoesNotAllocateToTellWhatItIs) {
  const TrackEvent name = TrackName{.name = std::string(100, 'x')};
  const TrackEvent packet = Packet{.data = Bytes(100)};
  EXPECT_EQ(allocations_during([&] {
              EXPECT_TRUE(name.is<TrackName>());
              EXPECT_TRUE(packet.is<Packet>());
              EXPECT_FALSE(name.is<UnknownMeta>());
              EXPECT_FALSE(packet.is_cc(7));
              EXPECT_NE(std::hash<TrackEvent>{}(name), std::hash<TrackEvent>{}(packet));
              EXPECT_NE(name, packet);
            }),
            0U);
}

}  // namespace
}  // namespace mido
