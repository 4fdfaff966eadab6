// SPDX-License-Identifier: MIT
#include "mido/ports/output.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/errors.hpp"

namespace {

using mido::Message;
using mido::NoteOn;
using mido::Output;
using mido::Sent;

/// Keeps what was written, and answers as it is told.
class FakeDevice final : public mido::OutputDevice {
 public:
  struct Log {
    std::vector<mido::Bytes> written;
    Sent answer = Sent::accepted;
    bool destroyed = false;
  };
  explicit FakeDevice(Log& log) : log_(log) {}
  ~FakeDevice() override { log_.destroyed = true; }
  Sent write(std::span<const std::uint8_t> message) override {
    if (log_.answer == Sent::accepted) log_.written.emplace_back(message.begin(), message.end());
    return log_.answer;
  }

 private:
  Log& log_;
};

Output port_on(FakeDevice::Log& log, bool autoreset = false) {
  return {"fake", std::make_unique<FakeDevice>(log), {.autoreset = autoreset}};
}

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const mido::Error& error) {
    return error.what();
  }
  return "";
}

TEST(Output, WritesTheBytesOfAMessage) {
  FakeDevice::Log log;
  Output port = port_on(log);
  port.send(NoteOn{.channel = 2, .note = 60});
  port.send(mido::Sysex{.data = {1, 2, 3, 4, 5, 6, 7, 8}});
  EXPECT_EQ(log.written,
            (std::vector<mido::Bytes>{{0x92, 60, 64}, {0xF0, 1, 2, 3, 4, 5, 6, 7, 8, 0xF7}}));
}

TEST(Output, HasANameAndIsOpen) {
  FakeDevice::Log log;
  const Output port = port_on(log);
  EXPECT_EQ(port.name(), "fake");
  EXPECT_FALSE(port.closed());
}

TEST(Output, SendsEachMessageOfBytesWhenItIsComplete) {
  FakeDevice::Log log;
  Output port = port_on(log);
  port.send_bytes(mido::Bytes{0xF0, 1, 2});
  EXPECT_TRUE(log.written.empty());
  port.send_bytes(mido::Bytes{3, 0xF7, 0xF8});
  EXPECT_EQ(log.written, (std::vector<mido::Bytes>{{0xF0, 1, 2, 3, 0xF7}, {0xF8}}));
}

TEST(Output, ResetsEveryChannel) {
  FakeDevice::Log log;
  Output port = port_on(log);
  port.reset();
  ASSERT_EQ(log.written.size(), 32U);
  EXPECT_EQ(log.written.front(), (mido::Bytes{0xB0, 123, 0}));
  EXPECT_EQ(log.written.back(), (mido::Bytes{0xBF, 121, 0}));
}

TEST(Output, SilencesEveryChannelInAPanic) {
  FakeDevice::Log log;
  Output port = port_on(log);
  port.panic();
  ASSERT_EQ(log.written.size(), 16U);
  EXPECT_EQ(log.written.front(), (mido::Bytes{0xB0, 120, 0}));
  EXPECT_EQ(log.written.back(), (mido::Bytes{0xBF, 120, 0}));
}

TEST(Output, ClosesItsDeviceOnce) {
  FakeDevice::Log log;
  Output port = port_on(log);
  port.close();
  EXPECT_TRUE(log.destroyed);
  EXPECT_TRUE(port.closed());
  log.destroyed = false;
  port.close();
  EXPECT_FALSE(log.destroyed);
  EXPECT_TRUE(log.written.empty());
  EXPECT_EQ(error_of([&] { port.send(NoteOn{}); }), "port 'fake' is closed");
  EXPECT_THROW(port.send(NoteOn{}), mido::PortClosed);
  EXPECT_THROW(port.reset(), mido::PortClosed);
  EXPECT_THROW((void)port.clock(), mido::PortClosed);
}

TEST(Output, ResetsBeforeItClosesWhenAskedTo) {
  FakeDevice::Log log;
  { const Output port = port_on(log, true); }
  EXPECT_EQ(log.written.size(), 32U);
  EXPECT_TRUE(log.destroyed);
}

TEST(Output, SaysWhenThereIsNoRoomAndStaysOpen) {
  FakeDevice::Log log{.written = {}, .answer = Sent::queue_full};
  Output port = port_on(log);
  EXPECT_EQ(error_of([&] { port.send(NoteOn{}); }),
            "port 'fake' has no room for more: nothing was sent");
  log.answer = Sent::accepted;
  port.send(NoteOn{});
  EXPECT_EQ(log.written.size(), 1U);
}

TEST(Output, ClosesWhenItsDeviceIsGone) {
  FakeDevice::Log log{.written = {}, .answer = Sent::disconnected};
  Output port = port_on(log, true);
  EXPECT_THROW(port.send(NoteOn{}), mido::PortDisconnected);
  EXPECT_TRUE(port.closed());
  EXPECT_THROW(port.send(NoteOn{}), mido::PortDisconnected);
  port.close();
  EXPECT_TRUE(log.destroyed);
}

TEST(Output, ClosesEvenWhenTheResetFails) {
  FakeDevice::Log log{.written = {}, .answer = Sent::queue_full};
  Output port = port_on(log, true);
  port.close();
  EXPECT_TRUE(log.destroyed);
}

TEST(Output, IsMadeOfAnyFunction) {
  std::vector<std::string> sent;
  Output port("printer", [&](const Message& message) { sent.push_back(to_string(message)); });
  port.send(NoteOn{.note = 60});
  EXPECT_EQ(sent, std::vector<std::string>{"note_on channel=0 note=60 velocity=64 time=0"});
}

TEST(Output, CanBeMoved) {
  FakeDevice::Log first;
  FakeDevice::Log second;
  Output port = port_on(first);
  port = port_on(second);
  EXPECT_TRUE(first.destroyed);
  const Output moved = std::move(port);
  EXPECT_FALSE(second.destroyed);
  EXPECT_FALSE(moved.closed());
}

TEST(Output, PlaysByTheWallClock) {
  FakeDevice::Log log;
  Output port = port_on(log);
  EXPECT_EQ(&port.clock(), &mido::steady_clock_source());
}

}  // namespace
