// SPDX-License-Identifier: MIT

// The backend `alsa` and time. The machine's clock goes on by what it computes, so that it can be
// measured whatever else runs beside it.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <thread>
#include <vector>

#include "ports.hpp"

namespace mido::vm {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

class AlsaTime : public testing::Test {
 protected:
  void write(const Message& message) { ASSERT_EQ(output->write(message.wire()), Sent::accepted); }
  void write_at(const Message& message, Timestamp when) {
    ASSERT_EQ(output->write_at(message.wire(), when), Sent::accepted);
  }
  static Timestamp in(Timestamp delay) { return timestamp_now() + delay; }

  Input input = open_input("time", true);
  std::unique_ptr<OutputDevice> output = open_device("time");
};

TEST_F(AlsaTime, StampsTheFirstMessageAndEveryOther) {
  Timestamp before = timestamp_now();
  for (int i = 0; i < 100; ++i) {
    write(Start{});
    const Timestamp after = timestamp_now();
    const auto received = input.receive(10s);
    ASSERT_TRUE(received.has_value());
    EXPECT_GE(received->timestamp, before - 200us);
    EXPECT_LE(received->timestamp, after + 200us);
    before = received->timestamp;
  }
}

TEST_F(AlsaTime, SendsAThousandMessagesWhenItIsTime) {
  constexpr int count = 1000;
  ASSERT_EQ(output->lead(), 100ms);
  const Timestamp start = in(50ms);
  std::vector<Timestamp> errors;
  for (int i = 0; i < count; ++i) {
    const Timestamp when = start + i * 1370us;
    while (when > in(output->lead())) std::this_thread::sleep_for(5ms);
    write_at(numbered(i), when);
  }
  for (int i = 0; i < count; ++i) {
    const auto received = input.receive(10s);
    ASSERT_TRUE(received.has_value()) << i;
    ASSERT_EQ(*received, numbered(i));
    const Timestamp when = start + i * 1370us;
    errors.push_back(std::chrono::abs(received->timestamp - when));
    EXPECT_LT(errors.back(), 1ms) << i;
  }
  std::ranges::sort(errors);
  std::cout << "off by " << errors[count / 2].count() << " ns (median), " << errors.back().count()
            << " ns (at most)\n";
}

TEST_F(AlsaTime, SendsWhatIsLateAtOnceAndKeepsTheOrder) {
  write_at(numbered(0), in(-10s));
  for (int i = 1; i < 10; ++i) write_at(numbered(i), in(-1ms));
  for (int i = 0; i < 10; ++i) EXPECT_EQ(input.receive(1s), numbered(i));
}

TEST_F(AlsaTime, SendsInBetweenWhatIsNotScheduled) {
  write_at(numbered(2), in(80ms));
  write(numbered(1));
  EXPECT_EQ(input.receive(1s), numbered(1));
  EXPECT_EQ(input.receive(1s), numbered(2));
}

TEST_F(AlsaTime, SchedulesSysexToo) {
  const Bytes data(200, 5);
  const Message sysex = Sysex{.data = checked(data)};
  write_at(sysex, in(20ms));
  EXPECT_EQ(input.receive(1s), sysex);
}

TEST_F(AlsaTime, DrainsWhatIsScheduled) {
  EXPECT_TRUE(output->drain(steady_clock::now() + 1s)) << "there is nothing";
  const Timestamp when = in(80ms);
  write_at(numbered(1), when);
  EXPECT_FALSE(output->drain(steady_clock::now() + 10ms));
  output->interrupt();
  EXPECT_FALSE(output->drain(steady_clock::now() + 10s));
  EXPECT_LT(timestamp_now(), when);
  EXPECT_TRUE(output->drain(steady_clock::now() + 10s));
  EXPECT_GE(timestamp_now(), when - 1ms);
  EXPECT_EQ(input.receive(1s), numbered(1));
}

TEST_F(AlsaTime, SaysThatTooMuchIsScheduledAndWaitsForRoom) {
  const Message message = Start{};
  const Timestamp when = in(2s);
  int accepted = 0;
  while (output->write_at(message.wire(), when) == Sent::accepted) ASSERT_LT(++accepted, 100'000);
  EXPECT_GT(accepted, 1000);
  while (output->write_at(message.wire(), when + 1ms) == Sent::queue_full) {
    ASSERT_TRUE(output->wait_for_room(steady_clock::now() + 10s));
  }
  for (int i = 0; i <= accepted; ++i) ASSERT_TRUE(input.receive(10s).has_value()) << i;
  EXPECT_EQ(input.lost(), 0U);
}

TEST_F(AlsaTime, SendsEarlierWhatIsScheduledLater) {
  write_at(numbered(2), in(90ms));
  write_at(numbered(1), in(40ms));
  EXPECT_EQ(input.receive(1s), numbered(1));
  EXPECT_EQ(input.receive(1s), numbered(2));
}

TEST_F(AlsaTime, IsKeptByAPort) {
  Output port = open_output("time");
  const Timestamp start = in(200ms);
  for (int i = 0; i < 10; ++i) port.send_at(numbered(i), start + i * 10ms);
  EXPECT_TRUE(port.drain(10s));
  for (int i = 0; i < 10; ++i) {
    const auto received = input.receive(1s);
    ASSERT_EQ(received, numbered(i));
    EXPECT_LT(std::chrono::abs(received->timestamp - start - i * 10ms), 1ms);
  }
  EXPECT_EQ(port.lost(), 0U);
}

TEST_F(AlsaTime, DropsWhatIsScheduledWhenThePortCloses) {
  write_at(numbered(1), in(50ms));
  output.reset();
  EXPECT_EQ(input.receive(200ms), std::nullopt);
}

}  // namespace

}  // namespace mido::vm
