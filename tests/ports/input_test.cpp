// SPDX-License-Identifier: MIT
#include "mido/ports/input.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/errors.hpp"
#include "support/hand_fed_input.hpp"

namespace {

using mido::ControlChange;
using mido::Input;
using mido::NoteOn;
using mido::Received;
using mido::testing::HandFedInput;
using namespace std::chrono_literals;

constexpr NoteOn note{.note = 60};

TEST(Input, GivesMessagesInOrderWithTheirTimestamps) {
  HandFedInput fed;
  fed.write({0x90, 60, 64, 0xB0, 7}, mido::Timestamp(11));
  fed.write({100}, mido::Timestamp(12));
  const Received first = fed.port.receive();
  EXPECT_EQ(first, mido::Message(note));
  EXPECT_EQ(first.timestamp, mido::Timestamp(11));
  const Received second = fed.port.receive();
  EXPECT_EQ(second, mido::Message(ControlChange{.control = 7, .value = 100}));
  EXPECT_EQ(second.timestamp, mido::Timestamp(12));
}

TEST(Input, WaitsUntilAMessageComes) {
  HandFedInput fed;
  std::jthread driver([&] { fed.write({0x90, 60, 64}); });
  EXPECT_EQ(fed.port.receive(), mido::Message(note));
}

TEST(Input, GivesNothingWhenTheTimeIsOut) {
  HandFedInput fed;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(fed.port.receive(3ms), std::nullopt);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 3ms);
  EXPECT_EQ(fed.port.poll(), std::nullopt);
}

TEST(Input, WaitsForTheLongestTimeThereIs) {
  HandFedInput fed;
  std::jthread driver([&] { fed.write({0xF8}); });
  EXPECT_TRUE(fed.port.receive(std::chrono::nanoseconds::max()).has_value());
}

TEST(Input, IteratesOverWhatHasCome) {
  HandFedInput fed;
  fed.write({0xF8, 0xFA});
  std::vector<std::string> types;
  for (const auto& message : fed.port.iter_pending()) types.emplace_back(message.type());
  EXPECT_EQ(types, (std::vector<std::string>{"clock", "start"}));
  for (const auto& message : fed.port.iter_pending()) FAIL() << message;
}

TEST(Input, IteratesUntilItIsClosed) {
  HandFedInput fed;
  std::jthread driver([&] {
    fed.write({0xF8, 0xFA});
    fed.port.close();
  });
  int count = 0;
  for ([[maybe_unused]] const auto& message : fed.port) ++count;
  EXPECT_EQ(count, 2);
  EXPECT_TRUE(fed.port.closed());
}

TEST(Input, GivesWhatCameBeforeItWasClosedAndThenThrows) {
  HandFedInput fed;
  fed.write({0xF8, 0xFA});
  fed.port.close();
  fed.port.close();
  EXPECT_EQ(fed.port.receive().type(), "clock");
  EXPECT_EQ(fed.port.poll()->type(), "start");
  EXPECT_THROW((void)fed.port.receive(), mido::PortClosed);
  EXPECT_THROW((void)fed.port.receive(1ms), mido::PortClosed);
  EXPECT_THROW((void)fed.port.poll(), mido::PortClosed);
}

TEST(Input, WakesWhoWaitsWhenItIsClosed) {
  HandFedInput fed;
  std::jthread closer([&] { fed.port.close(); });
  EXPECT_THROW((void)fed.port.receive(), mido::PortClosed);
}

TEST(Input, TellsThatTheDeviceWentAway) {
  HandFedInput fed;
  fed.write({0xF8});
  fed.inbox().disconnect();
  EXPECT_TRUE(fed.port.closed());
  EXPECT_EQ(fed.port.receive().type(), "clock");
  try {
    (void)fed.port.receive();
    FAIL();
  } catch (const mido::PortDisconnected& error) {
    EXPECT_STREQ(error.what(), "port 'hand': the device has gone away");
  }
}

TEST(Input, SharesItsMessagesAmongThreads) {
  HandFedInput fed;
  constexpr int count = 5000;
  std::atomic<int> received{0};
  std::vector<std::jthread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      for ([[maybe_unused]] const auto& message : fed.port) ++received;
    });
  }
  for (int i = 0; i < count;) {
    if (fed.inbox().has_room(3)) fed.write({0x90, 60, static_cast<std::uint8_t>(i++ % 128)});
  }
  fed.port.close();
  readers.clear();
  EXPECT_EQ(received, count);
}

TEST(Input, DropsAMessageThatLostAPart) {
  HandFedInput fed({.inbox_capacity = 64});
  fed.write({0x90, 60});
  for (int i = 0; i < 3; ++i) fed.write({0xF8});
  fed.write({64});  // does not fit
  EXPECT_EQ(fed.port.lost(), 1U);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(fed.port.receive().type(), "clock");
  fed.write({61, 0x80, 60, 64});
  EXPECT_EQ(fed.port.receive().type(), "note_off");
}

TEST(Input, CanBeMoved) {
  HandFedInput fed;
  fed.write({0xF8});
  Input moved = std::move(fed.port);
  EXPECT_EQ(moved.receive().type(), "clock");
  fed.port = std::move(moved);
  EXPECT_FALSE(fed.port.closed());
}

// ---- Callbacks -------------------------------------------------------------------------------

TEST(InputCallback, IsCalledWithEveryMessage) {
  HandFedInput fed;
  std::binary_semaphore done(0);
  std::vector<std::string> types;
  fed.write({0xF8});  // came before the callback
  fed.port.set_callback([&](const Received& message) {
    types.emplace_back(message.type());
    if (types.size() == 2) done.release();
  });
  fed.write({0xFA});
  done.acquire();
  fed.port.set_callback({});
  EXPECT_EQ(types, (std::vector<std::string>{"clock", "start"}));
}

TEST(InputCallback, ForbidsToReceive) {
  HandFedInput fed;
  fed.port.set_callback([](const Received&) {});
  EXPECT_THROW((void)fed.port.receive(), mido::ValueError);
  EXPECT_THROW((void)fed.port.poll(), mido::ValueError);
  EXPECT_THROW((void)fed.port.iter_pending().begin(), mido::ValueError);
  fed.port.set_callback({});
  EXPECT_EQ(fed.port.poll(), std::nullopt);
}

TEST(InputCallback, DoesNotRunAnyMoreWhenItHasBeenCleared) {
  HandFedInput fed;
  for (int i = 0; i < 200; ++i) {
    auto calls = std::make_unique<int>(0);
    fed.port.set_callback([&](const Received&) { ++*calls; });
    fed.write({0xF8});
    fed.port.set_callback({});
    calls.reset();  // a late call would be a use after free
  }
  // What no callback took is still there.
  for ([[maybe_unused]] const auto& message : fed.port.iter_pending()) {
  }
}

TEST(InputCallback, MayReplaceItself) {
  HandFedInput fed;
  std::binary_semaphore done(0);
  fed.port.set_callback(
      [&](const Received&) { fed.port.set_callback([&](const Received&) { done.release(); }); });
  fed.write({0xF8, 0xF8});
  done.acquire();
}

TEST(InputCallback, MayClearItselfAndTheRestIsReceived) {
  HandFedInput fed;
  std::binary_semaphore done(0);
  fed.port.set_callback([&](const Received&) {
    fed.port.set_callback({});
    done.release();
  });
  fed.write({0xF8, 0xFA});
  done.acquire();
  EXPECT_EQ(fed.port.receive().type(), "start");
}

TEST(InputCallback, MayCloseThePort) {
  HandFedInput fed;
  std::binary_semaphore done(0);
  fed.port.set_callback([&](const Received&) {
    fed.port.close();
    done.release();
  });
  fed.write({0xF8});
  done.acquire();
  EXPECT_TRUE(fed.port.closed());
}

TEST(InputCallback, EndsWithThePortHoweverTheyRace) {
  for (int i = 0; i < 100; ++i) {
    HandFedInput fed;
    std::jthread driver([&] {
      for (int j = 0; j < 20; ++j) fed.write({0xF8});
    });
    fed.port.set_callback([](const Received&) {});
    driver.join();
    fed.port.close();
  }
}

TEST(InputCallback, GoesOnUntilTheDeviceIsGone) {
  HandFedInput fed;
  std::counting_semaphore<> calls(0);
  fed.port.set_callback([&](const Received&) { calls.release(); });
  fed.write({0xF8, 0xF8});
  fed.inbox().disconnect();
  calls.acquire();
  calls.acquire();
  fed.port.close();
}

}  // namespace
