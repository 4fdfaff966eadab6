// SPDX-License-Identifier: MIT
#include "mido/ports/multi_port.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "mido/ports/echo_port.hpp"
#include "support/hand_fed_input.hpp"

namespace mido {
namespace {

using namespace std::chrono_literals;
using testing::HandFedInput;

constexpr std::initializer_list<std::uint8_t> start{0xFA};

std::deque<HandFedInput> inputs(std::size_t count) {
  std::deque<HandFedInput> result;
  for (std::size_t i = 0; i < count; ++i) result.emplace_back(InputOptions{.inbox_capacity = 64});
  return result;
}

MultiPort all_of(std::deque<HandFedInput>& hands) {
  return MultiPort(hands |
                   std::views::transform([](HandFedInput& hand) -> Input& { return hand.port; }));
}

TEST(MultiPort, GivesTheMessagesOfAllWithTheirPorts) {
  HandFedInput a;
  HandFedInput b;
  MultiPort ports({a.port, b.port});
  EXPECT_FALSE(ports.poll());
  b.write(start, 5ns);
  const FromPort message = ports.receive();
  EXPECT_EQ(message.type(), "start");
  EXPECT_EQ(message.port, 1U);
  EXPECT_EQ(message.timestamp, 5ns);
  a.write(start);
  EXPECT_EQ(ports.receive().port, 0U);
  EXPECT_FALSE(ports.receive(1ms));
}

TEST(MultiPort, GivesWhatWasThereBefore) {
  HandFedInput a;
  a.write(start);
  MultiPort ports({a.port});
  EXPECT_EQ(ports.receive().port, 0U);
}

TEST(MultiPort, TakesOneMessageOfEachInTurn) {
  HandFedInput a;
  HandFedInput b;
  for (int i = 0; i < 3; ++i) {
    a.write(start);
    b.write(start);
  }
  MultiPort ports({a.port, b.port});
  std::vector<std::size_t> order;
  while (const auto message = ports.poll()) order.push_back(message->port);
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 0, 1, 0, 1}));
}

TEST(MultiPort, IsWokenByEachOfManyPorts) {
  auto hands = inputs(1000);
  MultiPort ports = all_of(hands);
  std::jthread player([&] {
    for (HandFedInput& hand : hands) hand.write(start);
  });
  std::set<std::size_t> heard;
  while (heard.size() < hands.size()) heard.insert(ports.receive().port);
  EXPECT_FALSE(ports.poll());
}

TEST(MultiPort, EndsWhenAllPortsAreClosedAndEmpty) {
  HandFedInput a;
  HandFedInput b;
  MultiPort ports({a.port, b.port});
  b.write(start);
  a.port.close();
  b.port.close();
  int messages = 0;
  for (const FromPort& message : ports) messages += message.port == 1 ? 1 : 100;
  EXPECT_EQ(messages, 1);
  EXPECT_THROW((void)ports.receive(), PortClosed);
  EXPECT_THROW((void)ports.poll(), PortClosed);
}

TEST(MultiPort, WakesAllWhoWaitWhenTheLastPortCloses) {
  HandFedInput a;
  MultiPort ports({a.port});
  std::atomic<int> ended{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (const FromPort& message : ports) (void)message;
        ++ended;
      });
    }
    a.port.close();
  }
  EXPECT_EQ(ended, 4);
}

TEST(MultiPort, SharesTheMessagesAmongThreads) {
  constexpr int count = 20000;
  auto hands = inputs(3);
  MultiPort ports = all_of(hands);
  std::atomic<int> heard{0};
  std::atomic<int> sent{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) {
      threads.emplace_back([&] {
        for (const FromPort& message : ports) {
          (void)message;
          ++heard;
        }
      });
    }
    for (HandFedInput& hand : hands) {
      threads.emplace_back([&] {
        for (int i = 0; i < count; ++i) sent += hand.inbox().write(Bytes{0xFA}, {}) ? 1 : 0;
        hand.port.close();
      });
    }
  }
  EXPECT_EQ(heard, sent);
  EXPECT_GT(heard, 0);
}

TEST(MultiPort, RefusesAPortWithACallback) {
  HandFedInput a;
  a.port.set_callback([](const Received&) {});
  EXPECT_THROW(MultiPort({a.port}), ValueError);
}

TEST(MultiPort, KnowsItsInputsAfterTheyWereMoved) {
  HandFedInput a;
  MultiPort ports({a.port});
  const Input moved = std::move(a.port);
  a.write(start);
  EXPECT_EQ(ports.receive().port, 0U);
}

TEST(MultiPort, CanBeLeftWhileItsPortsAreWrittenTo) {
  auto hands = inputs(2);
  std::atomic<bool> stop{false};
  std::jthread player([&] {
    while (!stop) hands[0].write(start);
  });
  for (int i = 0; i < 200; ++i) (void)all_of(hands).poll();
  stop = true;
}

TEST(MultiReceive, GoesThroughTheMessagesOfSeveralInputs) {
  auto hands = inputs(2);
  hands[1].write(start);
  for (HandFedInput& hand : hands) hand.port.close();
  std::vector<Input*> ports{&hands[0].port, &hands[1].port};
  int messages = 0;
  for (const auto& message :
       multi_receive(ports | std::views::transform([](Input* port) -> Input& { return *port; }))) {
    EXPECT_EQ(message.port, 1U);
    ++messages;
  }
  EXPECT_EQ(messages, 1);
}

TEST(MultiSend, SendsToAllWhateverBecomesOfOne) {
  std::vector<int> heard(3);
  std::vector<Output> outputs;
  for (int& count : heard) {
    outputs.emplace_back("port", [&count](const Message&) { ++count; });
  }
  multi_send(outputs, Start{});
  outputs[1].close();
  EXPECT_THROW(multi_send(outputs, Start{}), PortClosed);
  EXPECT_EQ(heard, (std::vector<int>{2, 1, 2}));
}

TEST(WaitAny, GivesThePortThatHasAMessageOrHasEnded) {
  HandFedInput a;
  HandFedInput b;
  const std::vector<Input*> ports{&a.port, &b.port};
  EXPECT_EQ(wait_any(ports, 1ms), nullptr);
  std::jthread player([&] { b.write(start); });
  EXPECT_EQ(wait_any(ports), &b.port);
  EXPECT_EQ(b.port.receive().type(), "start");
  a.port.close();
  EXPECT_EQ(wait_any(ports), &a.port);
}

TEST(EchoPort, GivesBackWhatItIsSent) {
  EchoPort port;
  port.send(NoteOn{.note = 60});
  EXPECT_EQ(port.receive(), Message(NoteOn{.note = 60}));
  EXPECT_FALSE(port.poll());
  port.close();
  EXPECT_THROW(port.send(Start{}), PortClosed);
}

TEST(EchoPort, KnowsThatItsInputIsClosed) {
  EchoPort port;
  port.input().close();
  EXPECT_THROW(port.send(Start{}), PortDisconnected);
}

}  // namespace
}  // namespace mido
