// SPDX-License-Identifier: MIT

// What every backend must do, whatever it is. A backend that is added is tested here without a
// line being changed, but for what it needs to work on a machine without hardware.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"
#include "support/backend_setup.hpp"

namespace {

using mido::Backend;
using mido::Message;
using mido::Output;
using mido::testing::BackendSetup;
using mido::testing::setup_of;

class BackendContract : public testing::TestWithParam<mido::BackendInfo> {
 protected:
  void SetUp() override {
    if (!GetParam().missing.empty()) GTEST_SKIP() << GetParam().missing;
    // Where a machine has none, tests/vm is where it is tested.
    if (const auto problem = backend.problem(); !problem.empty()) GTEST_SKIP() << problem;
  }
  [[nodiscard]] Output open_output(bool autoreset = false) const {
    return backend.open_output(setup.output, {.virtual_port = setup.virtual_output,
                                              .autoreset = autoreset,
                                              .client_name = setup.client_name,
                                              .settings = setup.settings});
  }
  [[nodiscard]] mido::Input open_input() const {
    return backend.open_input(setup.input, {.settings = setup.settings});
  }

  BackendSetup setup = setup_of(GetParam().name);
  Backend backend = GetParam().missing.empty() ? Backend(setup.backend) : Backend("memory");
};

template <class... Types>
std::vector<Message> one_of_each(mido::TypeList<Types...>) {
  return {Message(Types{})...};
}

TEST_P(BackendContract, NamesItsPorts) {
  for (const auto& name : backend.get_output_names()) EXPECT_FALSE(name.empty());
  for (const auto& name : backend.get_input_names()) EXPECT_FALSE(name.empty());
}

TEST_P(BackendContract, SendsEveryTypeOfMessage) {
  Output port = open_output();
  EXPECT_EQ(port.name(), setup.output);
  for (const Message& message : one_of_each(mido::LiveTypes{})) port.send(message);
  EXPECT_FALSE(port.closed());
}

TEST_P(BackendContract, SendsALongSysex) {
  Output port = open_output();
  const mido::Bytes data(setup.longest_sysex, 1);
  port.send(mido::Sysex{.data = mido::checked(data)});
}

TEST_P(BackendContract, RefusesASysexThatItWouldDrop) {
  Output port = open_output();
  const mido::Bytes data(100000, 1);
  const Message message = mido::Sysex{.data = mido::checked(data)};
  if (setup.longest_sysex < data.size()) {
    EXPECT_THROW(port.send(message), mido::PortError);
  } else {
    EXPECT_NO_THROW(port.send(message));
  }
}

TEST_P(BackendContract, ResetsAndPanics) {
  Output port = open_output(true);
  port.send(mido::NoteOn{.note = 60});
  port.reset();
  port.panic();
}

TEST_P(BackendContract, ClosesTwiceAndSendsNoMore) {
  Output port = open_output();
  port.close();
  port.close();
  EXPECT_TRUE(port.closed());
  EXPECT_THROW(port.send(mido::Start{}), mido::PortClosed);
}

TEST_P(BackendContract, OpensAgainWhatWasClosed) {
  for (int i = 0; i < 3; ++i) open_output().send(mido::NoteOff{.note = 60});
}

TEST_P(BackendContract, RefusesASettingItDoesNotKnow) {
  EXPECT_THROW((void)backend.open_output(setup.output, {.settings = {{"no such", "1"}}}),
               mido::ValueError);
}

TEST_P(BackendContract, SendsFromTwoThreadsWhileAThirdCloses) {
  Output port = open_output();
  std::vector<std::jthread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      try {
        while (true) port.send(mido::NoteOff{.note = 60});
      } catch (const mido::PortError&) {
        // Closed, or full: both are answers.
      }
    });
  }
  std::this_thread::yield();
  port.close();
}

TEST_P(BackendContract, ReceivesWhatIsSent) {
  if (setup.input.empty()) GTEST_SKIP() << "this backend has no inputs";
  Output output = open_output();
  auto input = open_input();
  for (const Message& message : one_of_each(mido::LiveTypes{})) {
    output.send(message);
    const auto received = input.receive(std::chrono::seconds(10));
    ASSERT_TRUE(received.has_value()) << message;
    EXPECT_EQ(*received, message);
    EXPECT_GT(received->timestamp.count(), 0);
  }
}

TEST_P(BackendContract, HasNoInputOrTellsSo) {
  if (!setup.input.empty()) GTEST_SKIP() << "this backend has inputs";
  EXPECT_THROW((void)backend.open_input("any"), mido::PortNotFound);
}

TEST_P(BackendContract, WakesAReceiverWhenItsPortCloses) {
  if (setup.input.empty()) GTEST_SKIP() << "this backend has no inputs";
  const Output output = open_output();
  auto input = open_input();
  std::jthread closer([&] { input.close(); });
  EXPECT_THROW((void)input.receive(), mido::PortClosed);
}

INSTANTIATE_TEST_SUITE_P(, BackendContract, testing::ValuesIn(mido::backends()),
                         [](const auto& parameter) { return parameter.param.name; });

}  // namespace

namespace mido {
void PrintTo(const BackendInfo& info, std::ostream* out) { *out << info.name; }
}  // namespace mido
