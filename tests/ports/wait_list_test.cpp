// SPDX-License-Identifier: MIT
#include "mido/ports/wait_list.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace {

using mido::Waiter;
using mido::WaitList;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

TEST(WaitList, CanBeWokenWithNobodyWaiting) {
  WaitList list;
  list.wake_all();
}

TEST(Waiter, IsWokenByWhatHappenedBeforeItSlept) {
  WaitList list;
  Waiter waiter(list);
  list.wake_all();
  waiter.wait();
}

TEST(Waiter, GivesUpAtTheDeadline) {
  WaitList list;
  Waiter waiter(list);
  const auto deadline = steady_clock::now() + 5ms;
  waiter.wait_until(deadline);
  EXPECT_GE(steady_clock::now(), deadline);
}

TEST(Waiter, SleepsOnSeveralListsAtOnce) {
  WaitList first;
  WaitList second;
  const std::array lists{&first, &second};
  Waiter waiter{std::span<WaitList* const>(lists)};
  std::jthread waker([&] { second.wake_all(); });
  waiter.wait();
}

TEST(Waiter, MayLeaveWithoutHavingWaited) {
  WaitList list;
  { const Waiter waiter(list); }
  list.wake_all();
}

TEST(WaitList, WakesEverybodyHoweverTheyComeAndGo) {
  WaitList list;
  std::atomic<int> value{0};
  constexpr int last = 2000;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, hurried = i % 2 == 0] {
      while (true) {
        const int seen = value;
        if (seen == last) return;
        Waiter waiter(list);
        if (value != seen) continue;
        if (hurried) {
          waiter.wait_until(steady_clock::now() + 10us);
        } else {
          waiter.wait();
        }
      }
    });
  }
  for (int i = 0; i < last; ++i) {
    ++value;
    list.wake_all();
    if (i % 16 == 0) std::this_thread::yield();
  }
}

}  // namespace
