// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "mido/ports/errors.hpp"
#include "mido/ports/output.hpp"

namespace mido {
namespace {

using namespace std::chrono_literals;

/// What a slow device has, and what it does.
struct Line {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t room = 1000;  // messages
  bool interrupted = false;
  bool waits = false;
  std::vector<Bytes> written;
  std::vector<Timestamp> times;

  void make_room(std::size_t more) {
    const std::lock_guard lock(mutex);
    room += more;
    changed.notify_all();
  }
  void wait_until_somebody_waits() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waits; });
  }
  [[nodiscard]] std::size_t count() {
    const std::lock_guard lock(mutex);
    return written.size();
  }
};

class SlowDevice final : public OutputDevice {
 public:
  SlowDevice(Line& line, SysexPacing pacing, std::chrono::nanoseconds lead)
      : line_(line), pacing_(pacing), lead_(lead) {}

  Sent write(std::span<const std::uint8_t> bytes) override { return write_at(bytes, {}); }
  Sent write_at(std::span<const std::uint8_t> bytes, Timestamp when) override {
    const std::lock_guard lock(line_.mutex);
    if (line_.room == 0) return Sent::queue_full;
    --line_.room;
    line_.written.emplace_back(bytes.begin(), bytes.end());
    line_.times.push_back(when);
    return Sent::accepted;
  }
  [[nodiscard]] std::chrono::nanoseconds lead() const override { return lead_; }
  bool wait_for_room(Deadline deadline) override {
    std::unique_lock lock(line_.mutex);
    line_.waits = true;
    line_.changed.notify_all();
    line_.changed.wait_until(lock, deadline, [&] { return line_.room > 0 || line_.interrupted; });
    return line_.room > 0 && !line_.interrupted;
  }
  void interrupt() noexcept override {
    const std::lock_guard lock(line_.mutex);
    line_.interrupted = true;
    line_.changed.notify_all();
  }
  [[nodiscard]] SysexPacing sysex_pacing() const override { return pacing_; }

 private:
  Line& line_;
  SysexPacing pacing_;
  std::chrono::nanoseconds lead_;
};

Output port_on(Line& line, const OutputOptions& options = {}, SysexPacing pacing = {},
               std::chrono::nanoseconds lead = {}) {
  return {"slow", std::make_unique<SlowDevice>(line, pacing, lead), options};
}

Sysex sysex_of(std::size_t size) { return {.data = checked(Bytes(size, 1))}; }

TEST(OutputWaiting, WaitsForRoom) {
  Line line;
  line.room = 1;
  Output port = port_on(line);
  port.send(Start{});
  std::jthread player([&] {
    line.wait_until_somebody_waits();
    line.make_room(1);
  });
  port.send(Stop{});
  EXPECT_EQ(line.written, (std::vector<Bytes>{{0xFA}, {0xFC}}));
}

TEST(OutputWaiting, GivesUpInTheEnd) {
  Line line;
  line.room = 0;
  Output port = port_on(line, {.send_timeout = 1ms});
  EXPECT_THROW(port.send(Start{}), PortError);
  EXPECT_FALSE(port.closed());
  line.make_room(1);
  port.send(Start{});
}

TEST(OutputWaiting, EndsWhenThePortIsClosed) {
  Line line;
  line.room = 0;
  Output port = port_on(line, {.send_timeout = 1h});
  std::jthread closer([&] {
    line.wait_until_somebody_waits();
    port.close();
  });
  EXPECT_THROW(port.send(Start{}), PortClosed);
}

TEST(OutputPacing, SendsALongSysexInParts) {
  Line line;
  Output port = port_on(line, {}, {.chunk = 4});
  port.send(sysex_of(8));
  port.send(sysex_of(2));
  port.send(NoteOn{.note = 60});
  EXPECT_EQ(line.written,
            (std::vector<Bytes>{
                {0xF0, 1, 1, 1}, {1, 1, 1, 1}, {1, 0xF7}, {0xF0, 1, 1, 0xF7}, {0x90, 60, 64}}));
}

TEST(OutputPacing, IsThatOfThePortWhereItSaysSo) {
  Line line;
  Output port =
      port_on(line, {.sysex_pacing = SysexPacing{.chunk = 100, .interval = 1ms}}, {.chunk = 4});
  const auto begin = std::chrono::steady_clock::now();
  port.send(sysex_of(498));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 4ms);
  EXPECT_EQ(line.written.size(), 5U);
}

TEST(OutputPacing, TellsHowFarItIs) {
  Line line;
  Output port = port_on(line, {}, {.chunk = 4});
  std::vector<std::pair<std::size_t, std::size_t>> told;
  port.send(sysex_of(8),
            [&](std::size_t sent, std::size_t total) { told.emplace_back(sent, total); });
  EXPECT_EQ(told, (std::vector<std::pair<std::size_t, std::size_t>>{{4, 10}, {8, 10}, {10, 10}}));
}

TEST(OutputPacing, SaysHowMuchOfAMessageWasSent) {
  Line line;
  line.room = 2;
  Output port = port_on(line, {.send_timeout = 1ms}, {.chunk = 4});
  try {
    port.send(sysex_of(8));
    FAIL();
  } catch (const PortError& error) {
    EXPECT_STREQ(error.what(),
                 "port 'slow' has no room for more: 8 of 10 bytes of the message were sent");
  }
}

TEST(OutputPacing, EndsWhenThePortIsClosed) {
  Line line;
  Output port =
      port_on(line, {.sysex_pacing = SysexPacing{.chunk = 4, .interval = 1h}}, {.chunk = 4});
  std::jthread closer([&] {
    while (line.count() == 0) std::this_thread::yield();
    port.close();
  });
  EXPECT_THROW(port.send(sysex_of(8)), PortClosed);
}

TEST(OutputPacing, IsRefusedWhereTheDeviceTakesWholeMessages) {
  Line line;
  EXPECT_THROW(port_on(line, {.sysex_pacing = SysexPacing{.chunk = 4}}), ValueError);
}

TEST(OutputSchedule, SendsInTheOrderOfTheTimes) {
  Line line;
  Output port = port_on(line);
  const Timestamp now = timestamp_now();
  port.send_at(Stop{}, now + 20ms);
  port.send_at(Start{}, now + 10ms);
  port.send_at(Continue{}, now + 10ms);
  EXPECT_TRUE(port.drain());
  EXPECT_GE(timestamp_now(), now + 20ms);
  EXPECT_EQ(line.written, (std::vector<Bytes>{{0xFA}, {0xFB}, {0xFC}}));
}

TEST(OutputSchedule, SendsAtOnceWhatIsLate) {
  Line line;
  Output port = port_on(line);
  port.send_at(Start{}, Timestamp(0));
  EXPECT_TRUE(port.drain());
  EXPECT_EQ(line.count(), 1U);
}

TEST(OutputSchedule, HandsOverAheadOfTimeToADeviceThatWaitsByItself) {
  Line line;
  Output port = port_on(line, {}, {}, 1h);
  const Timestamp when = timestamp_now() + 30min;
  port.send_at(Start{}, when);
  EXPECT_TRUE(port.drain());
  EXPECT_EQ(line.times, std::vector<Timestamp>{when});
}

TEST(OutputSchedule, DropsWhatIsStillToComeWhenThePortCloses) {
  Line line;
  {
    Output port = port_on(line);
    port.send_at(Start{}, timestamp_now() + 1h);
    EXPECT_FALSE(port.drain(1ms));
  }
  EXPECT_EQ(line.count(), 0U);
}

TEST(OutputSchedule, CountsWhatCouldNotBeSent) {
  Line line;
  line.room = 0;
  Output port = port_on(line, {.send_timeout = 1ms});
  port.send_at(Start{}, timestamp_now());
  EXPECT_TRUE(port.drain());
  EXPECT_EQ(port.lost(), 1U);
}

TEST(OutputSchedule, TakesMessagesFromManyThreads) {
  Line line;
  line.room = 100000;
  Output port = port_on(line);
  {
    std::array<std::jthread, 4> threads;
    for (std::jthread& thread : threads) {
      thread = std::jthread([&] {
        for (int k = 0; k < 500; ++k) port.send_at(Clock{}, timestamp_now() + 100us * (k % 7));
      });
    }
  }
  EXPECT_TRUE(port.drain());
  EXPECT_EQ(line.count(), 2000U);
}

TEST(OutputSchedule, EndsItsDrainWhenThePortIsClosed) {
  Line line;
  Output port = port_on(line);
  port.send_at(Start{}, timestamp_now() + 1h);
  std::jthread closer([&] { port.close(); });
  try {
    EXPECT_FALSE(port.drain());
  } catch (const PortClosed&) {
    // It was closed before.
  }
}

}  // namespace
}  // namespace mido
