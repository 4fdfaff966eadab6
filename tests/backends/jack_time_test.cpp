// SPDX-License-Identifier: MIT

// When messages go out and come in, to the frame.

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"
#include "support/jack_device.hpp"
#include "support/jack_peer.hpp"
#include "support/jack_server.hpp"
#include "support/numbered.hpp"

namespace {

using mido::Backend;
using mido::Input;
using mido::Message;
using mido::Sent;
using mido::Timestamp;
using mido::testing::JackPeer;
using mido::testing::make_jack_output;
using mido::testing::numbered;
using mido::testing::open_jack_output;
using namespace std::chrono_literals;

constexpr auto patience = 30s;
constexpr Timestamp one_frame = Timestamp(1s) / 48000;
constexpr Timestamp clock_error = 3us;  // JACK's clock counts microseconds, and so do we

class JackTime : public testing::Test {
 protected:
  static std::vector<Timestamp> times(std::size_t count, Timestamp start, Timestamp step) {
    std::vector<Timestamp> result;
    for (std::size_t i = 0; i < count; ++i) {
      result.push_back(start + step * static_cast<std::int64_t>(i));
    }
    return result;
  }

  mido::testing::JackServer server;
  Backend backend{"jack"};
};

// The server counts its frames anew after a cycle that it was too late for; what was due in
// between comes first in the next one.
void expect_on_time(const std::vector<JackPeer::Event>& events, const std::vector<Timestamp>& due,
                    int xruns) {
  ASSERT_EQ(events.size(), due.size());
  int late = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const JackPeer::Event& event = events[i];
    const Timestamp half_a_frame = event.one_frame / 2 + clock_error;
    EXPECT_EQ(Message::from_bytes(event.bytes), numbered(static_cast<int>(i)));
    if (due[i] < event.cycle_start - half_a_frame) {
      ++late;
      EXPECT_EQ(event.frame, 0U) << i;
    } else {
      EXPECT_LE(std::abs((event.time - due[i]).count()), half_a_frame.count()) << i;
    }
  }
  if (xruns == 0) {
    EXPECT_EQ(late, 0);
  }
}

void expect_on_time(const std::vector<Timestamp>& due) {
  JackPeer synth("synth");
  const auto output = open_jack_output("synth:in");
  for (std::size_t i = 0; i < due.size(); ++i) {
    ASSERT_EQ(output->write_at(numbered(static_cast<int>(i)).bytes(), due[i]), Sent::accepted);
  }
  const auto events = synth.events(due.size());
  expect_on_time(events, due, synth.xruns());
}

TEST_F(JackTime, PlaysEachMessageOnItsFrame) {
  expect_on_time(times(1000, mido::timestamp_now() + 500ms, 1234567ns));
}

TEST_F(JackTime, PlaysWhatAPortSchedulesOnItsFrame) {
  const auto due = times(1000, mido::timestamp_now() + 500ms, 1234567ns);
  JackPeer synth("synth");
  mido::Output output = backend.open_output("synth:in");
  for (std::size_t i = 0; i < due.size(); ++i) {
    output.send_at(numbered(static_cast<int>(i)), due[i]);
  }
  EXPECT_TRUE(output.drain(patience));
  EXPECT_EQ(output.lost(), 0U);
  // Only what keeps the port's thread from running for longer than it wants messages ahead makes
  // them late.
  const auto events = synth.events(due.size());
  expect_on_time(events, due, synth.xruns());
}

TEST_F(JackTime, PlaysMessagesThatAreCloserThanAFrameInOrder) {
  expect_on_time(times(1000, mido::timestamp_now() + 500ms, 5us));
}

TEST_F(JackTime, PlaysEarlierMessagesThatComeLaterBeforeTheOthers) {
  const auto due = times(200, mido::timestamp_now() + 500ms, 1234567ns);
  JackPeer synth("synth");
  const auto output = open_jack_output("synth:in");
  // First those for the end, then those for before it, and so on.
  for (const std::size_t start : {150U, 100U, 50U, 0U}) {
    for (std::size_t i = start; i < start + 50; ++i) {
      ASSERT_EQ(output->write_at(numbered(static_cast<int>(i)).bytes(), due[i]), Sent::accepted);
    }
  }
  const auto events = synth.events(due.size());
  expect_on_time(events, due, synth.xruns());
}

TEST_F(JackTime, PlaysWhatIsLateAtOnce) {
  JackPeer synth("synth");
  const auto output = open_jack_output("synth:in");
  ASSERT_EQ(output->write_at(numbered(0).bytes(), mido::timestamp_now() - 1h), Sent::accepted);
  ASSERT_EQ(output->write_at(numbered(1).bytes(), Timestamp{}), Sent::accepted);
  const auto events = synth.events(2);
  ASSERT_EQ(events.size(), 2U);
  for (const auto& event : events) EXPECT_EQ(event.frame, 0U);
}

TEST_F(JackTime, KeepsTimesWhileABurstGoesOut) {
  constexpr std::size_t count = 100;
  constexpr int burst = 60000;
  const auto due = times(count, mido::timestamp_now() + 300ms, 1ms);
  JackPeer synth("synth");
  const auto output = make_jack_output("output", "stream");
  Input input = backend.open_input("output:stream", {.inbox_capacity = std::size_t{1} << 22});
  for (std::size_t i = 0; i < count; ++i) {
    ASSERT_EQ(output->write_at(numbered(static_cast<int>(i)).bytes(), due[i]), Sent::accepted);
  }
  for (int i = 0; i < burst; ++i) {
    ASSERT_EQ(output->write(Message(mido::Start{}).bytes()), Sent::accepted);
  }
  std::vector<Timestamp> came;
  while (came.size() < count) {
    const auto message = input.receive(patience);
    ASSERT_TRUE(message);
    if (message->type() == "pitchwheel") came.push_back(message->timestamp);
  }
  if (synth.xruns() != 0) GTEST_SKIP() << "the server was too late for a cycle";
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_LE(std::abs((came[i] - due[i]).count()), one_frame.count()) << i;
  }
}

TEST_F(JackTime, StampsMessagesWithTheTimeOfTheirFrame) {
  JackPeer piano("piano");
  Input input = backend.open_input("piano:out");
  for (int i = 0; i < 20; ++i) {
    const Timestamp played = piano.play({0x90, 60, 64});
    const auto message = input.receive(patience);
    ASSERT_TRUE(message);
    EXPECT_LE(std::abs((message->timestamp - played).count()), clock_error.count());
    EXPECT_LE(message->timestamp, mido::timestamp_now() + 100ms);
    EXPECT_GE(message->timestamp, mido::timestamp_now() - patience);
  }
}

TEST_F(JackTime, WantsMessagesSomePeriodsAhead) {
  EXPECT_EQ(make_jack_output("output", "stream")->lead(), 20ms);
}

// What is not for later is played before the port closes.
TEST_F(JackTime, ClosesWithoutPlayingWhatIsForLater) {
  JackPeer synth("synth");
  auto output = open_jack_output("synth:in");
  ASSERT_EQ(output->write_at(numbered(0).bytes(), mido::timestamp_now()), Sent::accepted);
  ASSERT_EQ(output->write_at(numbered(1).bytes(), mido::timestamp_now() + 1h), Sent::accepted);
  ASSERT_EQ(output->write(numbered(2).bytes()), Sent::accepted);
  output.reset();
  EXPECT_EQ(synth.events(2).size(), 2U);
}

}  // namespace
