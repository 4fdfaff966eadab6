// SPDX-License-Identifier: MIT

// The backend `alsa` when there is much to carry.

#include <gtest/gtest.h>
#include <sched.h>

#include <array>
#include <chrono>
#include <thread>
#include <vector>

#include "mido/ports/backend.hpp"
#include "peer.hpp"
#include "ports.hpp"

namespace mido::vm {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

void expect_burst(Input& input, int size) {
  for (int i = 0; i < size; ++i) {
    const auto message = input.receive(30s);
    ASSERT_TRUE(message.has_value()) << "after " << i;
    ASSERT_EQ(*message, numbered(i)) << "after " << i << ", lost " << input.lost();
  }
  EXPECT_EQ(input.lost(), 0U);
}

TEST(AlsaLoad, CarriesABurstFromAnotherProgram) {
  Input input = open_input("burst", true);
  const Peer peer("burst");
  expect_burst(input, burst_size);
}

TEST(AlsaLoad, CarriesABurstFromAVirtualPortToTwoInputs) {
  auto output = open_output("spring", true);
  Input first = open_input("spring");
  Input second = open_input("spring");
  constexpr int size = 10'000;
  const std::jthread sender([&] {
    for (int i = 0; i < size; ++i) output.send(numbered(i));
  });
  expect_burst(first, size);
  expect_burst(second, size);
}

TEST(AlsaLoad, CarriesABurstThroughMidiThrough) {
  Input input = open_input("Midi Through");
  auto output = open_output("Midi Through");
  constexpr int size = 10'000;
  const std::jthread sender([&] {
    for (int i = 0; i < size; ++i) output.send(numbered(i));
  });
  expect_burst(input, size);
}

TEST(AlsaLoad, CarriesSysexOfAnySize) {
  Input input = open_input("sysex", true);
  auto output = open_output("sysex");
  for (const int size : {0, 1, 2, 253, 254, 255, 256, 510, 511, 4096, 65536, 1 << 20}) {
    Bytes data;
    for (int i = 0; i < size; ++i) data.push_back(static_cast<std::uint8_t>(i * 7 / 5 % 128));
    const Message sysex = Sysex{.data = checked(data)};
    const std::jthread sender([&] { output.send(sysex); });
    const auto received = input.receive(30s);
    ASSERT_TRUE(received.has_value()) << size;
    EXPECT_EQ(received->wire().size(), sysex.wire().size());
    EXPECT_TRUE(*received == sysex) << size;
  }
  EXPECT_EQ(input.lost(), 0U);
}

TEST(AlsaLoad, TakesManyThreadsOnOneOutput) {
  constexpr int threads = 8;
  constexpr int size = 2000;
  Input input = open_input("crowd", true);
  Output output = open_output("crowd");
  std::vector<std::jthread> senders;
  for (int channel = 0; channel < threads; ++channel) {
    senders.emplace_back([&output, channel] {
      for (int i = 0; i < size; ++i) {
        output.send(PitchWheel{.channel = checked(channel), .pitch = checked(i)});
      }
    });
  }
  std::array<int, threads> next{};
  for (int i = 0; i < threads * size; ++i) {
    const auto message = input.receive(30s);
    ASSERT_TRUE(message.has_value()) << "after " << i;
    const auto wheel = message->get<PitchWheel>();
    ASSERT_EQ(wheel.pitch, next.at(static_cast<std::size_t>(int{wheel.channel}))++);
  }
  EXPECT_EQ(input.lost(), 0U);
}

TEST(AlsaLoad, SaysThatAPortThatNeverReadsIsFull) {
  const Peer peer("deaf");
  const auto output = open_device("deaf");
  const Message message = NoteOn{.note = 60};
  int accepted = 0;
  while (output->write(message.wire()) == Sent::accepted) ASSERT_LT(++accepted, 10'000);
  EXPECT_GT(accepted, 50);
  EXPECT_EQ(output->write(message.wire()), Sent::queue_full);
  EXPECT_TRUE(output->wait_for_room(steady_clock::now() + 1s)) << "one may try again";
  EXPECT_EQ(output->write(message.wire()), Sent::queue_full);
  EXPECT_FALSE(output->wait_for_room(steady_clock::now()));
  output->interrupt();
  EXPECT_FALSE(output->wait_for_room(steady_clock::now() + 1s));
}

TEST(AlsaLoad, CountsWhatTheKernelLost) {
  Input input = open_input("flooded", true);
  const RawPort flood("flood", SND_SEQ_PORT_CAP_READ | SND_SEQ_PORT_CAP_SUBS_READ);
  flood.connect_to("flooded");
  snd_seq_event_t event{};
  event.type = SND_SEQ_EVENT_NOTEON;
  event.data.note = {.channel = 0, .note = 60, .velocity = 64, .off_velocity = 0, .duration = 0};

  const sched_param first{.sched_priority = 1};
  ASSERT_EQ(sched_setscheduler(0, SCHED_FIFO, &first), 0);
  int sent = 0;
  while (flood.send(event) >= 0 && sent < 100'000) ++sent;
  const sched_param normal{};
  ASSERT_EQ(sched_setscheduler(0, SCHED_OTHER, &normal), 0);
  EXPECT_LT(sent, 100'000) << "the kernel has no end of room";

  // From the lost one on, all is as before.
  const auto give_up = steady_clock::now() + 10s;
  while (input.lost() == 0 && steady_clock::now() < give_up) std::this_thread::yield();
  EXPECT_GT(input.lost(), 0U);
  while (input.poll()) {
  }
  ASSERT_GE(flood.send(event), 0);
  EXPECT_EQ(input.receive(10s), Message(NoteOn{.note = 60, .velocity = 64}));
}

}  // namespace

}  // namespace mido::vm
