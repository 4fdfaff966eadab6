// SPDX-License-Identifier: MIT

// What ports on a JACK server do when the server, or the program at the other end, goes away.

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <optional>
#include <thread>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"
#include "support/jack_device.hpp"
#include "support/jack_peer.hpp"
#include "support/jack_server.hpp"

namespace {

using mido::Backend;
using mido::Input;
using mido::Message;
using mido::Output;
using mido::testing::JackPeer;
using mido::testing::make_jack_output;
using mido::testing::open_jack_output;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 30s;
const mido::OpenOptions as_virtual{.virtual_port = true};

class JackEnd : public testing::Test {
 protected:
  // There is no saying how many messages are accepted before the news comes.
  static void send_until_disconnected(Output& output) {
    const auto deadline = steady_clock::now() + patience;
    while (steady_clock::now() < deadline) {
      output.send(mido::Start{});
      std::this_thread::yield();
    }
  }

  static void send_until_accepted(Output& output) {
    const auto deadline = steady_clock::now() + patience;
    while (steady_clock::now() < deadline) {
      try {
        output.send(mido::Start{});
        return;
      } catch (const mido::PortDisconnected&) {
        std::this_thread::yield();
      }
    }
  }

  mido::testing::JackServer server;
  Backend backend{"jack"};
};

TEST_F(JackEnd, OfTheServerIsToldToWhoWaitsForAMessage) {
  Input input = backend.open_input("made", as_virtual);
  std::jthread killer([&] { server.kill(); });
  EXPECT_THROW((void)input.receive(patience), mido::PortDisconnected);
  EXPECT_TRUE(input.closed());
}

TEST_F(JackEnd, OfTheServerIsToldToWhoSends) {
  Output output = backend.open_output("made", as_virtual);
  server.kill();
  EXPECT_THROW(send_until_disconnected(output), mido::PortDisconnected);
  EXPECT_TRUE(output.closed());
}

TEST_F(JackEnd, OfTheServerEndsAWait) {
  const auto output = make_jack_output("output", "made");
  const std::array<std::uint8_t, 1> clock{0xF8};
  EXPECT_EQ(output->write_at(clock, mido::timestamp_now() + 1h), mido::Sent::accepted);
  EXPECT_FALSE(output->disconnected());
  std::jthread killer([&] { server.kill(); });
  EXPECT_FALSE(output->drain(mido::OutputDevice::Deadline::max()));
  EXPECT_TRUE(output->disconnected());
}

TEST_F(JackEnd, OfTheServerDoesNotKeepPortsFromClosing) {
  const JackPeer piano("piano");
  Input input = backend.open_input("piano:out");
  Output output = backend.open_output("piano:in", {.autoreset = true});
  output.send(mido::Start{});
  server.kill();
}

TEST_F(JackEnd, OfTheServerIsNotTheEndOfTheNextOne) {
  {
    Input input = backend.open_input("made", as_virtual);
    Output output = backend.open_output("made", as_virtual);
    server.kill();
    EXPECT_THROW((void)input.receive(patience), mido::PortDisconnected);
    EXPECT_THROW(send_until_disconnected(output), mido::PortDisconnected);
  }
  server.start();
  Output output = backend.open_output("made", {.virtual_port = true, .client_name = "new"});
  Input input = backend.open_input("new:made");
  output.send(mido::Start{});
  EXPECT_EQ(input.receive(patience), Message(mido::Start{}));
}

TEST_F(JackEnd, OfTheServerMayBeFollowedByAnotherWhileOldPortsAreOpen) {
  std::optional<Input> old_input(backend.open_input("made", as_virtual));
  std::optional<Output> old_output(backend.open_output("made", as_virtual));
  server.kill();
  EXPECT_THROW((void)old_input->receive(patience), mido::PortDisconnected);
  EXPECT_THROW(send_until_disconnected(*old_output), mido::PortDisconnected);
  server.start();
  Output output = backend.open_output("made", {.virtual_port = true, .client_name = "new"});
  Input input = backend.open_input("new:made");
  old_input.reset();
  old_output.reset();
  output.send(mido::Start{});
  EXPECT_EQ(input.receive(patience), Message(mido::Start{}));
}

TEST_F(JackEnd, OfTheServerIsSurvivedByPortsThatReconnect) {
  const mido::OpenOptions reconnect{.reconnect = true};
  std::optional<JackPeer> piano("piano");
  Input input = backend.open_input("piano:out", reconnect);
  Output output = backend.open_output("piano:in", reconnect);
  for (const bool with_server : {false, true}) {
    piano.reset();
    if (with_server) {
      server.kill();
      server.start();
    }
    piano.emplace("piano");
    send_until_accepted(output);
    EXPECT_FALSE(piano->events(1).empty());
    std::optional<mido::Received> message;
    for (int tries = 0; !message && tries < 300; ++tries) {
      (void)piano->play({0x90, 60, 64});
      message = input.receive(100ms);
    }
    EXPECT_TRUE(message);
  }
}

TEST_F(JackEnd, OfTheProgramThatPlaysIsToldAfterItsLastMessage) {
  JackPeer piano("piano");
  Input input = backend.open_input("piano:out");
  (void)piano.play({0x90, 60, 64});
  ASSERT_TRUE(input.receive(patience));
  std::jthread quitter([&] { piano.quit(); });
  EXPECT_THROW((void)input.receive(patience), mido::PortDisconnected);
}

TEST_F(JackEnd, OfTheProgramThatListensIsToldToWhoSends) {
  JackPeer synth("synth");
  Output output = backend.open_output("synth:in");
  synth.quit();
  EXPECT_THROW(send_until_disconnected(output), mido::PortDisconnected);
}

TEST_F(JackEnd, OfAnotherProgramDoesNotConcernAPort) {
  JackPeer piano("piano");
  JackPeer organ("organ");
  Input input = backend.open_input("piano:out");
  Input made = backend.open_input("made", {.virtual_port = true, .client_name = "listener"});
  { const auto output = open_jack_output("listener:made"); }
  organ.quit();
  (void)piano.play({0x90, 60, 64});
  EXPECT_TRUE(input.receive(patience));
  backend.open_output("listener:made").send(mido::Stop{});
  EXPECT_EQ(made.receive(patience), Message(mido::Stop{}));
}

TEST_F(JackEnd, MayComeWhileCyclesRun) {
  for (int round = 0; round < 50; ++round) {
    Output output = backend.open_output("made", {.virtual_port = true, .client_name = "output"});
    Input input = backend.open_input("output:made");
    for (int i = 0; i < 100; ++i) output.send(mido::Start{});
    ASSERT_TRUE(input.receive(patience));
    if (round % 2 == 0) input.close();
  }
}

}  // namespace
