// SPDX-License-Identifier: MIT

// The backend `alsa` and ports that come and go.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <semaphore>

#include "mido/ports/backend.hpp"
#include "mido/ports/errors.hpp"
#include "peer.hpp"
#include "ports.hpp"

namespace mido::vm {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(AlsaPorts, HaveTheNamesPeopleKnow) {
  const Backend alsa("alsa");
  const auto names = alsa.get_ioport_names();
  EXPECT_THAT(names, Contains("Virtual Raw MIDI 0-0:VirMIDI 0-0 16:0"));
  EXPECT_EQ(names.back(), "Midi Through:Midi Through Port-0 14:0") << "it plays nowhere";
  EXPECT_EQ(alsa.get_input_names(), names);
  EXPECT_EQ(alsa.get_output_names(), names);
  EXPECT_EQ(driver().problem(""), "");
}

TEST(AlsaPorts, AreListedWhenTheyAreVirtualAsLongAsTheyAreOpen) {
  const Backend alsa("alsa");
  {
    const Input input = alsa.open_input("in", {.virtual_port = true, .client_name = "A program"});
    const Output output = alsa.open_output("out", {.virtual_port = true});
    EXPECT_THAT(alsa.get_output_names(), Contains(HasSubstr("A program:in 1")));
    EXPECT_THAT(alsa.get_input_names(), Contains(HasSubstr("mido:out 1")));
    EXPECT_THAT(alsa.get_input_names(), Not(Contains(HasSubstr(":in "))));
    EXPECT_THAT(alsa.get_output_names(), Not(Contains(HasSubstr(":out "))));
  }
  EXPECT_EQ(alsa.get_ioport_names().size(), 2U);
  EXPECT_EQ(alsa.get_input_names().size(), 2U);
  EXPECT_EQ(alsa.get_output_names().size(), 2U);
}

TEST(AlsaPorts, AreNotListedWhenTheyAreTheEndOfAConnection) {
  const Input input = open_input("Midi Through");
  auto output = open_output("Midi Through");
  EXPECT_EQ(driver().ports("").size(), 2U);
}

TEST(AlsaPorts, AreNamedWhenThereIsNoSuchPort) {
  Inbox inbox;
  const PortRequest request = request_of("Piano 99:0");
  EXPECT_THROW((void)driver().open_input(request, inbox), PortNotFound);
  try {
    (void)driver().open_output(request);
    FAIL() << "opened";
  } catch (const PortNotFound& error) {
    EXPECT_THAT(error.what(), HasSubstr("no output port 'Piano 99:0'"));
    EXPECT_THAT(error.what(), HasSubstr("'Midi Through:Midi Through Port-0 14:0'"));
  }
}

TEST(AlsaPorts, TellWhenTheOtherProgramDies) {
  Peer peer("dying");
  const auto ports = driver().ports("");
  const auto has_name = [](const PortInfo& port) {
    return port.name.find(":dying") != std::string::npos;
  };
  const auto source = std::ranges::find_if(
      ports, [&](const PortInfo& port) { return has_name(port) && port.is_input; });
  const auto sink = std::ranges::find_if(
      ports, [&](const PortInfo& port) { return has_name(port) && port.is_output; });
  ASSERT_NE(source, ports.end());
  ASSERT_NE(sink, ports.end());

  Input input = Backend("alsa").open_input(source->name);
  const auto output = driver().open_output(request_of(sink->name));
  const Message message = Start{};
  EXPECT_EQ(output->write(message.wire()), Sent::accepted);
  EXPECT_EQ(output->write_at(message.wire(), timestamp_now() + 10s), Sent::accepted);
  EXPECT_FALSE(output->disconnected());

  const auto killed = steady_clock::now();
  peer.kill();
  EXPECT_THROW((void)input.receive(10s), PortDisconnected);
  EXPECT_LT(steady_clock::now() - killed, 1s);
  EXPECT_TRUE(output->disconnected());
  EXPECT_EQ(output->write(message.wire()), Sent::disconnected);
  EXPECT_EQ(output->write_at(message.wire(), timestamp_now()), Sent::disconnected);
}

TEST(AlsaPorts, OutliveTheirPeersWhenTheyAreVirtual) {
  Input input = open_input("burst", true);
  {
    const Peer peer("burst");
    EXPECT_EQ(input.receive(30s), numbered(0));
  }
  auto output = open_output("burst");
  output.send(Stop{});
  const auto is_stop = [&] { return input.receive(30s) == Message(Stop{}); };
  while (!is_stop()) EXPECT_FALSE(input.closed());
}

TEST(AlsaPorts, AreWatched) {
  std::counting_semaphore<> changes(0);
  const auto watch = driver().watch("", [&] { changes.release(); });
  ASSERT_NE(watch, nullptr);
  EXPECT_FALSE(changes.try_acquire_for(100ms)) << "nothing has changed";
  {
    auto output = open_output("new", true);
    EXPECT_TRUE(changes.try_acquire_for(10s));
    while (changes.try_acquire_for(100ms)) {
    }
  }
  EXPECT_TRUE(changes.try_acquire_for(10s));
  while (changes.try_acquire_for(100ms)) {
  }
  EXPECT_EQ(driver().ports("").size(), 2U);
  EXPECT_FALSE(changes.try_acquire_for(100ms)) << "to ask changes nothing";
}

}  // namespace

}  // namespace mido::vm
