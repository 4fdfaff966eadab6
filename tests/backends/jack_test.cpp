// SPDX-License-Identifier: MIT

// Ports on a JACK server: which there are, and who is connected to whom.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <semaphore>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"
#include "support/jack_device.hpp"
#include "support/jack_peer.hpp"
#include "support/jack_server.hpp"

namespace {

using mido::Backend;
using mido::Input;
using mido::Message;
using mido::NoteOn;
using mido::Output;
using mido::testing::JackPeer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto patience = std::chrono::seconds(30);
const mido::OpenOptions as_virtual{.virtual_port = true};

class Jack : public testing::Test {
 protected:
  [[nodiscard]] static std::string error_of(const auto& work) {
    try {
      work();
    } catch (const mido::Error& error) {
      return error.what();
    }
    return "none";
  }

  mido::testing::JackServer server;
  Backend backend{"jack"};
};

TEST_F(Jack, NamesThePortsOfOthers) {
  const JackPeer piano("piano");
  const JackPeer synth("synth");
  EXPECT_THAT(backend.get_input_names(), ElementsAre("piano:out", "synth:out"));
  EXPECT_THAT(backend.get_output_names(), ElementsAre("piano:in", "synth:in"));
}

TEST_F(Jack, NamesNoPortsWhereThereAreNone) {
  EXPECT_THAT(backend.get_input_names(), IsEmpty());
  EXPECT_THAT(backend.get_output_names(), IsEmpty());
}

TEST_F(Jack, NamesItsVirtualPortsButNotThoseThatConnectToAnother) {
  const JackPeer piano("piano");
  const Input input = backend.open_input("piano:out");
  const Output output = backend.open_output("piano:in");
  const Output made = backend.open_output("made", as_virtual);
  const auto names = backend.get_input_names();
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names.front(), "piano:out");
  EXPECT_THAT(names.back(), HasSubstr(":made"));
  EXPECT_THAT(backend.get_output_names(), ElementsAre("piano:in"));
}

TEST_F(Jack, SendsToAnotherProgram) {
  JackPeer synth("synth");
  Output output = backend.open_output("synth:in");
  output.send(NoteOn{.note = 60});
  const auto events = synth.events(1);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(Message::from_bytes(events.front().bytes), Message(NoteOn{.note = 60}));
}

TEST_F(Jack, HearsAnotherProgram) {
  JackPeer piano("piano");
  Input input = backend.open_input("piano:out");
  (void)piano.play({0x90, 60, 64});
  EXPECT_EQ(input.receive(patience), Message(NoteOn{.note = 60}));
}

TEST_F(Jack, OpensTheFirstPortWithoutAName) {
  JackPeer synth("synth");
  backend.open_output().send(mido::Start{});
  EXPECT_EQ(synth.events(1).size(), 1U);
}

TEST_F(Jack, ConnectsToAVirtualPortOfTheSameProcess) {
  Output output = backend.open_output("made", {.virtual_port = true, .client_name = "our program"});
  Input input = backend.open_input("our program:made");
  output.send(NoteOn{.note = 61});
  EXPECT_EQ(input.receive(patience), Message(NoteOn{.note = 61}));
}

TEST_F(Jack, MakesAnInputThatOthersConnectTo) {
  Input input = backend.open_input("made", {.virtual_port = true, .client_name = "listener"});
  backend.open_output("listener:made").send(NoteOn{.note = 62});
  EXPECT_EQ(input.receive(patience), Message(NoteOn{.note = 62}));
}

TEST_F(Jack, NumbersClientsOfTheSameName) {
  const mido::OpenOptions options{.virtual_port = true, .client_name = "same"};
  const Output first = backend.open_output("port", options);
  const Output second = backend.open_output("port", options);
  EXPECT_THAT(backend.get_input_names(), ElementsAre("same:port", "same-01:port"));
}

TEST_F(Jack, SaysWhichPortsThereAreWhenOneIsMissing) {
  const JackPeer piano("piano");
  EXPECT_EQ(error_of([&] { (void)backend.open_input("organ"); }),
            "no input port 'organ'; there are: 'piano:out'");
  EXPECT_THROW((void)backend.open_output("piano:out"), mido::PortNotFound);  // it is an input
}

TEST_F(Jack, RefusesNamesThatAreTooLong) {
  const std::string name(1000, 'x');
  EXPECT_THROW((void)backend.open_output(name, as_virtual), mido::PortError);
  EXPECT_THAT(error_of([&] {
                (void)backend.open_output("port", {.virtual_port = true, .client_name = name});
              }),
              HasSubstr("too long for the name of a JACK client"));
}

TEST_F(Jack, TellsOfPortsThatComeAndGo) {
  const auto driver = mido::detail::make_jack_driver();
  std::counting_semaphore<> changes(0);
  const auto watch = driver->watch("", [&] {
    // Whoever is told may ask at once.
    (void)driver->ports("");
    changes.release();
  });
  const auto wait_for = [&](const auto& condition) {
    while (!condition(driver->ports(""))) {
      if (!changes.try_acquire_for(patience)) return false;
    }
    return true;
  };
  JackPeer piano("piano");
  EXPECT_TRUE(changes.try_acquire_for(patience));
  EXPECT_TRUE(wait_for([](const auto& ports) { return ports.size() == 2; }));
  while (changes.try_acquire_for(std::chrono::milliseconds(100))) {
  }
  piano.quit();
  EXPECT_TRUE(changes.try_acquire_for(patience));
  EXPECT_TRUE(wait_for([](const auto& ports) { return ports.empty(); }));
}

TEST_F(Jack, HasNoProblemWhileAServerRuns) {
  const auto driver = mido::detail::make_jack_driver();
  EXPECT_EQ(driver->problem(""), "");
  server.kill();
  EXPECT_THAT(driver->problem(""), HasSubstr("no JACK server is running; start one (jackd"));
}

TEST_F(Jack, PrintsNothingWhenThereIsNoServer) {
  server.kill();
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  EXPECT_THROW((void)backend.get_input_names(), mido::BackendUnavailable);
  EXPECT_THROW((void)backend.open_output("any"), mido::BackendUnavailable);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

}  // namespace
