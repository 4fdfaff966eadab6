// SPDX-License-Identifier: MIT

// The ports inside the process, and what several threads may do to a port at the same time.

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

#include "mido/codec/text.hpp"
#include "mido/ports/backend.hpp"

namespace {

using mido::Backend;
using mido::Input;
using mido::Message;
using mido::Output;
using mido::Received;
using mido::SongPos;

const Backend& memory() {
  static const Backend backend("memory");
  return backend;
}

TEST(Memory, CarriesMessagesFromOutputsToInputsOfTheSameName) {
  Input input = memory().open_input("here");
  Input other = memory().open_input("there");
  Output output = memory().open_output("here");
  output.send(mido::NoteOn{.note = 60});
  EXPECT_EQ(input.receive(), Message(mido::NoteOn{.note = 60}));
  EXPECT_EQ(other.poll(), std::nullopt);
}

TEST(Memory, SendsToEveryInput) {
  Input first = memory().open_input("all");
  Input second = memory().open_input("all");
  memory().open_output("all").send(mido::Start{});
  EXPECT_EQ(first.receive().type(), "start");
  EXPECT_EQ(second.receive().type(), "start");
}

TEST(Memory, TalksToItself) {
  auto port = memory().open_ioport("echo");
  port.send(mido::Sysex{.data = {1, 2, 3}});
  EXPECT_EQ(port.receive(), Message(mido::Sysex{.data = {1, 2, 3}}));
}

TEST(Memory, NamesThePortsThatAreOpen) {
  EXPECT_TRUE(memory().get_input_names().empty());
  {
    const Input input = memory().open_input("b");
    const Output output = memory().open_output("a");
    EXPECT_EQ(memory().get_output_names(), (std::vector<std::string>{"a", "b"}));
  }
  EXPECT_TRUE(memory().get_output_names().empty());
}

TEST(Memory, SaysWhenAnInboxIsFullAndLosesNothing) {
  Input input = memory().open_input("full", {.inbox_capacity = 64});
  Output output = memory().open_output("full");
  for (int i = 0; i < 4; ++i) output.send(SongPos{.pos = mido::checked(i)});
  EXPECT_THROW(output.send(mido::Start{}), mido::PortError);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(input.receive()["pos"], i);
  output.send(mido::Stop{});
  EXPECT_EQ(input.receive().type(), "stop");
  EXPECT_EQ(input.lost(), 0U);
}

TEST(Memory, CarriesALongSysex) {
  Input input = memory().open_input("long");
  const mido::Bytes data(500000, 0x55);
  memory().open_output("long").send(mido::Sysex{.data = mido::checked(data)});
  EXPECT_EQ(input.receive()["data"], data);
}

TEST(Memory, LetsACallbackDestroyItsPort) {
  auto input = std::make_unique<Input>(memory().open_input("gone"));
  std::binary_semaphore done(0);
  input->set_callback([&](const Received&) {
    input.reset();
    done.release();
  });
  memory().open_output("gone").send(mido::Start{});
  done.acquire();
  EXPECT_EQ(input, nullptr);
}

// ---- Several threads -------------------------------------------------------------------------

constexpr int senders = 2;

// Sends numbers, each sender its own on its own channel, until the port is closed; returns how
// many were accepted.
int send_until_closed(Output& output, int sender) {
  int accepted = 0;
  try {
    while (true) {
      try {
        output.send(mido::PitchWheel{.channel = mido::checked(sender),
                                     .pitch = mido::checked(accepted % 8192)});
        ++accepted;
      } catch (const mido::PortClosed&) {
        throw;
      } catch (const mido::PortError&) {
        std::this_thread::yield();  // no room: nothing was sent
      }
    }
  } catch (const mido::PortClosed&) {
    return accepted;
  }
}

// Checks that each sender's numbers come without a gap.
class Sequence {
 public:
  void check(const Message& message) {
    const auto wheel = message.get<mido::PitchWheel>();
    int& next = next_.at(static_cast<std::size_t>(int{wheel.channel}));
    ASSERT_EQ(wheel.pitch, next % 8192);
    ++next;
  }
  [[nodiscard]] const std::array<int, senders>& received() const { return next_; }

 private:
  std::array<int, senders> next_{};
};

TEST(MemoryThreads, LoseNothingThatWasAcceptedWhileTheOutputCloses) {
  for (int round = 0; round < 8; ++round) {
    Input input = memory().open_input("race", {.inbox_capacity = 4096});
    Output output = memory().open_output("race");
    std::array<int, senders> accepted{};
    Sequence sequence;
    std::thread reader([&] {
      for (const auto& message : input) sequence.check(message);
    });
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < senders; ++i) {
        threads.emplace_back(
            [&, i] { accepted.at(static_cast<std::size_t>(i)) = send_until_closed(output, i); });
      }
      for (int i = 0; i < round * 50; ++i) std::this_thread::yield();
      output.close();
    }
    input.close();
    reader.join();
    EXPECT_EQ(sequence.received(), accepted);
  }
}

TEST(MemoryThreads, LoseNothingWhileOneOfTwoOutputsCloses) {
  for (int round = 0; round < 8; ++round) {
    Input input = memory().open_input("race", {.inbox_capacity = 4096});
    std::array<Output, senders> outputs = {memory().open_output("race"),
                                           memory().open_output("race")};
    std::array<int, senders> accepted{};
    Sequence sequence;
    std::thread reader([&] {
      for (const auto& message : input) sequence.check(message);
    });
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < senders; ++i) {
        threads.emplace_back(
            [&, i] { accepted.at(i) = send_until_closed(outputs.at(i), static_cast<int>(i)); });
      }
      for (int i = 0; i < round * 20; ++i) std::this_thread::yield();
      outputs.front().close();
      for (int i = 0; i < round * 20; ++i) std::this_thread::yield();
      outputs.back().close();
    }
    input.close();
    reader.join();
    EXPECT_EQ(sequence.received(), accepted);
  }
}

TEST(MemoryThreads, GiveWholeBeginningsWhenTheInputCloses) {
  for (int round = 0; round < 8; ++round) {
    Input input = memory().open_input("race", {.inbox_capacity = 4096});
    Output output = memory().open_output("race");
    Sequence sequence;
    std::thread reader([&] {
      for (const auto& message : input) sequence.check(message);
    });
    {
      std::vector<std::jthread> threads;
      for (int i = 0; i < senders; ++i) {
        threads.emplace_back([&, i] { (void)send_until_closed(output, i); });
      }
      for (int i = 0; i < round * 50; ++i) std::this_thread::yield();
      input.close();
      output.close();
    }
    reader.join();
    EXPECT_EQ(input.lost(), 0U);
  }
}

TEST(MemoryThreads, MayCloseFromAllSidesAtOnce) {
  for (int round = 0; round < 50; ++round) {
    Input input = memory().open_input("race");
    Output output = memory().open_output("race");
    std::atomic<int> calls{0};
    input.set_callback([&](const Received&) {
      if (++calls == 3) input.close();
    });
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { (void)send_until_closed(output, 0); });
    threads.emplace_back([&] { input.close(); });
    threads.emplace_back([&] { output.close(); });
    threads.emplace_back([&] { output.close(); });
  }
}

}  // namespace
