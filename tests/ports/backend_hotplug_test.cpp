// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "mido/ports/backend.hpp"
#include "mido/ports/echo_port.hpp"
#include "support/fake_driver.hpp"

namespace mido {
namespace {

using namespace std::chrono_literals;
using testing::FakeDriver;

struct Plugs {
  std::shared_ptr<FakeDriver> driver = std::make_shared<FakeDriver>();
  Backend backend{"fake", driver};
};

/// Passes on what an observer tells, as messages: a start for a port that came, a stop for one
/// that went.
class Told {
 public:
  explicit Told(const Backend& backend)
      : observer_(backend.observe([this](const PortChange& change) {
          names_.push_back(change.port.name);
          port_.send(change.added ? Message(Start{}) : Message(Stop{}));
        })) {}
  [[nodiscard]] std::string next() {
    const auto message = port_.receive(10s);
    if (!message) return "nothing";
    return std::string(message->type()) + " " + names_[count_++];
  }

 private:
  EchoPort port_;
  std::vector<std::string> names_ = reserved();
  std::size_t count_ = 0;
  PortObserver observer_;

  static std::vector<std::string> reserved() {
    std::vector<std::string> names;
    names.reserve(100);
    return names;
  }
};

TEST(Observe, TellsOfPortsThatComeAndGo) {
  Plugs plugs;
  plugs.driver->plug("old");
  Told told(plugs.backend);
  plugs.driver->plug("new");
  EXPECT_EQ(told.next(), "start new");
  plugs.driver->pull("old");
  EXPECT_EQ(told.next(), "stop old");
}

TEST(Observe, TellsWhatTheMemoryBackendOpens) {
  const Backend memory("memory");
  Told told(memory);
  {
    const auto input = memory.open_input("observed");
    EXPECT_EQ(told.next(), "start observed");
  }
  EXPECT_EQ(told.next(), "stop observed");
}

TEST(Observe, SaysThatABackendCannot) {
  EXPECT_THROW((void)Backend("fluidsynth").observe([](const PortChange&) {}), PortError);
}

TEST(Reconnect, ClosesWithTheDeviceUnlessAskedTo) {
  Plugs plugs;
  plugs.driver->plug("piano");
  Input input = plugs.backend.open_input("piano");
  Output output = plugs.backend.open_output("piano");
  plugs.driver->pull("piano");
  EXPECT_THROW((void)input.receive(), PortDisconnected);
  EXPECT_TRUE(output.closed());
  EXPECT_THROW(output.send(Start{}), PortDisconnected);
}

// An output may learn a little later than others that its device is back.
void send_when_back(Output& output, const Message& message) {
  while (true) {
    try {
      return output.send(message);
    } catch (const PortDisconnected&) {
      std::this_thread::yield();
    }
  }
}

TEST(Reconnect, GoesOnWhenTheDeviceComesBack) {
  Plugs plugs;
  plugs.driver->plug("piano");
  Input input = plugs.backend.open_input("piano", {.reconnect = true});
  Output output = plugs.backend.open_output("piano", {.reconnect = true});
  Told told(plugs.backend);
  for (int i = 1; i <= 3; ++i) {
    plugs.driver->deliver(Bytes{0xFA});
    EXPECT_EQ(input.receive().type(), "start");
    send_when_back(output, Start{});

    plugs.driver->pull("piano");
    EXPECT_EQ(told.next(), "stop piano");
    EXPECT_FALSE(input.receive(1ms));
    EXPECT_THROW(output.send(Start{}), PortDisconnected);
    EXPECT_FALSE(input.closed());
    EXPECT_FALSE(output.closed());

    plugs.driver->plug("piano");
    EXPECT_EQ(told.next(), "start piano");
    // So may an input.
    while (plugs.driver->opened() < 2 * (i + 1)) std::this_thread::yield();
  }
  EXPECT_EQ(plugs.driver->written().size(), 3U);
}

}  // namespace
}  // namespace mido
