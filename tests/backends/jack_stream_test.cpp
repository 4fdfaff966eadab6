// SPDX-License-Identifier: MIT

// What is sent over JACK arrives complete and in order, however much it is.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"
#include "support/jack_device.hpp"
#include "support/jack_peer.hpp"
#include "support/jack_server.hpp"
#include "support/numbered.hpp"

namespace {

using mido::Backend;
using mido::Bytes;
using mido::Input;
using mido::Message;
using mido::Output;
using mido::Sent;
using mido::Sysex;
using mido::testing::JackPeer;
using mido::testing::make_jack_output;
using mido::testing::numbered;
using mido::testing::open_jack_output;

constexpr auto patience = std::chrono::seconds(30);
constexpr std::size_t big_inbox = std::size_t{1} << 22;

class JackStream : public testing::Test {
 protected:
  [[nodiscard]] Output open_output() const {
    return backend.open_output("stream", {.virtual_port = true, .client_name = "output"});
  }
  [[nodiscard]] Input open_input(const std::string& name = "output:stream") const {
    return backend.open_input(name, {.inbox_capacity = big_inbox});
  }
  static void expect_burst(Input& input, int count) {
    for (int i = 0; i < count; ++i) {
      const auto message = input.receive(patience);
      ASSERT_TRUE(message) << "only " << i << " messages came";
      ASSERT_EQ(*message, numbered(i)) << "at " << i;
    }
    EXPECT_EQ(input.lost(), 0U);
  }

  mido::testing::JackServer server;
  Backend backend{"jack"};
};

TEST_F(JackStream, CarriesABurst) {
  constexpr int count = 100000;
  Output output = open_output();
  Input input = open_input();
  for (int i = 0; i < count; ++i) output.send(numbered(i));
  expect_burst(input, count);
}

TEST_F(JackStream, CarriesABurstFromAnotherProcess) {
  std::FILE* const sender = popen(MIDO_JACK_SENDER " 100000", "w");
  ASSERT_NE(sender, nullptr);
  while (backend.get_input_names().empty()) std::this_thread::yield();
  Input input = open_input("sender:burst");
  std::fputs("go\n", sender);
  std::fflush(sender);
  expect_burst(input, 100000);
  EXPECT_EQ(pclose(sender), 0);
}

TEST_F(JackStream, CarriesSysexOfAnyLength) {
  Output output = open_output();
  Input input = open_input();
  for (const std::size_t size : {1U, 2U, 3U, 4U, 100U, 8176U, 8177U, 32720U, 40000U, 1U << 20U}) {
    Bytes data(size);
    for (std::size_t i = 0; i < size; ++i) data[i] = static_cast<std::uint8_t>(i * 7 % 127);
    const Message message(Sysex{.data = mido::checked(data)});
    output.send(message);
    const auto received = input.receive(patience);
    ASSERT_TRUE(received) << size;
    EXPECT_TRUE(*received == message) << size;
  }
  EXPECT_EQ(input.lost(), 0U);
}

TEST_F(JackStream, SendsFromEightThreadsWhileAnotherReads) {
  constexpr std::size_t senders = 8;
  constexpr int each = 5000;
  Output output = open_output();
  Input input = open_input();
  std::vector<std::jthread> threads;
  for (std::size_t sender = 0; sender < senders; ++sender) {
    threads.emplace_back([&output, sender] {
      for (int i = 0; i < each; ++i) {
        output.send(mido::PitchWheel{.channel = mido::checked(static_cast<int>(sender)),
                                     .pitch = mido::checked(i)});
      }
    });
  }
  std::array<int, senders> next{};
  for (std::size_t i = 0; i < senders * each; ++i) {
    const auto message = input.receive(patience);
    ASSERT_TRUE(message);
    const auto wheel = message->get<mido::PitchWheel>();
    ASSERT_EQ(wheel.pitch, next.at(static_cast<std::size_t>(int{wheel.channel}))++);
  }
}

TEST_F(JackStream, PlaysWhatWasAcceptedBeforeItCloses) {
  constexpr int count = 20000;
  Input input = backend.open_input(
      "made", {.virtual_port = true, .client_name = "input", .inbox_capacity = big_inbox});
  {
    Output output = backend.open_output("input:made");
    for (int i = 0; i < count; ++i) output.send(numbered(i));
  }
  expect_burst(input, count);
}

TEST_F(JackStream, LosesNothingAtTheBeginningAndTheEndOfAConnection) {
  constexpr int rounds = 50;
  Input input = backend.open_input("made", {.virtual_port = true, .client_name = "input"});
  for (int i = 0; i < rounds; ++i) backend.open_output("input:made").send(numbered(i));
  expect_burst(input, rounds);
}

TEST_F(JackStream, LeavesRoomForOthersThatSendToTheSamePort) {
  constexpr std::size_t each = 20000;
  Input input = backend.open_input(
      "made", {.virtual_port = true, .client_name = "input", .inbox_capacity = big_inbox});
  std::array<Output, 3> outputs{backend.open_output("input:made"),
                                backend.open_output("input:made"),
                                backend.open_output("input:made")};
  for (Output& output : outputs) {
    for (std::size_t i = 0; i < each; ++i) output.send(mido::Start{});
  }
  for (std::size_t i = 0; i < each * outputs.size(); ++i) ASSERT_TRUE(input.receive(patience));
}

TEST_F(JackStream, CountsWhatJackLosesOfSeveralPorts) {
  Input input = backend.open_input("made", {.virtual_port = true, .client_name = "input"});
  JackPeer piano("piano");
  JackPeer organ("organ");
  piano.flood("input:made", 1000);
  organ.flood("input:made", 1000);
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (input.lost() == 0 && std::chrono::steady_clock::now() < deadline) {
    (void)input.receive(std::chrono::milliseconds(1));
  }
  EXPECT_GT(input.lost(), 0U);
}

TEST_F(JackStream, PutsNothingButRealTimeMessagesBetweenThePartsOfASysex) {
  JackPeer synth("synth");
  const auto output = open_jack_output("synth:in");
  const Bytes sysex = Message(Sysex{.data = mido::checked(Bytes(100000, 1))}).bytes();
  const std::array<std::uint8_t, 3> note{0x90, 1, 2};
  const std::array<std::uint8_t, 1> clock{0xF8};
  // Both are due while the sysex goes out.
  EXPECT_EQ(output->write_at(clock, mido::timestamp_now()), Sent::accepted);
  EXPECT_EQ(output->write(sysex), Sent::accepted);
  EXPECT_EQ(output->write_at(clock, mido::timestamp_now()), Sent::accepted);
  EXPECT_EQ(output->write_at(note, mido::timestamp_now()), Sent::accepted);
  EXPECT_EQ(output->write(clock), Sent::accepted);
  ASSERT_TRUE(output->drain(std::chrono::steady_clock::now() + patience));

  Bytes without_clocks;
  std::size_t clocks = 0;
  for (const auto& event : synth.events(1)) {
    if (event.bytes.front() == clock.front()) {
      ++clocks;
    } else {
      without_clocks.insert(without_clocks.end(), event.bytes.begin(), event.bytes.end());
    }
  }
  Bytes expected = sysex;
  expected.insert(expected.end(), note.begin(), note.end());
  EXPECT_EQ(clocks, 3U);
  EXPECT_TRUE(without_clocks == expected);
}

TEST_F(JackStream, TakesASysexInPartsOfTheCallers) {
  const auto output = make_jack_output("output", "stream");
  Input input = open_input();
  Bytes sysex = Message(Sysex{.data = mido::checked(Bytes(9000, 5))}).bytes();
  const auto pacing = output->sysex_pacing();
  ASSERT_GT(pacing.chunk, 0U);
  for (std::size_t i = 0; i < sysex.size(); i += pacing.chunk) {
    const auto part = std::span(sysex).subspan(i, std::min(pacing.chunk, sysex.size() - i));
    EXPECT_EQ(output->write(part), Sent::accepted);
    ASSERT_TRUE(output->drain(std::chrono::steady_clock::now() + patience));
  }
  const auto received = input.receive(patience);
  ASSERT_TRUE(received);
  EXPECT_TRUE(*received == Message::from_bytes(sysex));
}

// ---- Room -------------------------------------------------------------------------------------

TEST_F(JackStream, SaysWhenThereIsNoRoomAndWaitsUntilThereIs) {
  constexpr int count = 16;
  const auto output = make_jack_output("output", "stream");
  Input input = open_input();
  const Bytes sysex = Message(Sysex{.data = mido::checked(Bytes(500000, 5))}).bytes();
  bool was_full = false;
  std::jthread sender([&] {
    for (int i = 0; i < count; ++i) {
      while (output->write(sysex) == Sent::queue_full) {
        was_full = true;
        if (!output->wait_for_room(std::chrono::steady_clock::now() + patience)) return;
      }
    }
  });
  for (int i = 0; i < count; ++i) {
    const auto received = input.receive(patience);
    ASSERT_TRUE(received);
    EXPECT_TRUE(*received == Message::from_bytes(sysex));
  }
  sender.join();
  EXPECT_TRUE(was_full);
}

TEST_F(JackStream, DoesNotWaitForRoomThatAMessageWillNeverHave) {
  const auto output = make_jack_output("output", "stream");
  const Bytes too_long(std::size_t{1} << 22, 1);
  EXPECT_EQ(output->write(too_long), Sent::queue_full);
  EXPECT_FALSE(output->wait_for_room(mido::OutputDevice::Deadline::max()));
}

TEST_F(JackStream, DrainsUntilTheDeadlineOrUntilItIsInterrupted) {
  const auto output = make_jack_output("output", "stream");
  const std::array<std::uint8_t, 1> clock{0xF8};
  EXPECT_TRUE(output->drain(mido::OutputDevice::Deadline::max()));
  EXPECT_EQ(output->write_at(clock, mido::timestamp_now() + std::chrono::hours(1)), Sent::accepted);
  EXPECT_FALSE(output->drain(std::chrono::steady_clock::now()));
  std::jthread other([&] { output->interrupt(); });
  EXPECT_FALSE(output->drain(mido::OutputDevice::Deadline::max()));
}

}  // namespace
