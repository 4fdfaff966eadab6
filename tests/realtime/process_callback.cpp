// SPDX-License-Identifier: MIT

// The process callbacks of the backend jack neither lock nor allocate, whatever they carry.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "mido/ports/backend.hpp"
#include "support/jack_server.hpp"
#include "traps.hpp"

namespace {

using mido::testing::process_callbacks;
using mido::testing::realtime_faults;

constexpr auto patience = std::chrono::seconds(30);

TEST(Realtime, IsTrapped) {
  std::mutex mutex;
  const int before = realtime_faults();
  {
    const mido::testing::Realtime realtime;
    void* volatile block = std::malloc(1);
    std::free(block);
    const std::lock_guard lock(mutex);
  }
  EXPECT_EQ(realtime_faults() - before, 3);
}

TEST(Realtime, IsWhatTheProcessCallbacksAre) {
  const mido::testing::JackServer server;
  const mido::Backend jack("jack");
  const int before = realtime_faults();
  {
    mido::Output output = jack.open_output("made", {.virtual_port = true, .client_name = "output"});
    mido::Input input = jack.open_input("output:made", {.inbox_capacity = 1U << 22U});
    // Several times around each ring, while somebody waits at the other end.
    std::jthread sender([&] {
      for (int i = 0; i < 20; ++i) {
        const mido::Bytes data(300001, 1);
        output.send(mido::Sysex{.data = mido::checked(data)});
        for (int k = 0; k < 1000; ++k) output.send(mido::Start{});
        output.send_at(mido::Stop{}, mido::timestamp_now() + std::chrono::milliseconds(i));
      }
      EXPECT_TRUE(output.drain(patience));
    });
    for (int i = 0; i < 20 * 1002; ++i) ASSERT_TRUE(input.receive(patience)) << i;
  }
  EXPECT_EQ(realtime_faults(), before);
  EXPECT_GT(process_callbacks(), 100);
}

}  // namespace
