// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

#include "mido/ports/signal.hpp"

namespace mido {

/// Who sleeps until something happens to a queue. Waking never blocks, so that a real-time
/// callback may do it; sleeping never polls.
///
/// A lock-free stack that a waker empties in one exchange. A waiter that gives up empties it too,
/// and so wakes the others, who look and sleep again: thus every node that was pushed is signalled
/// exactly once, and a waiter that has counted its signals may go.
class WaitList {
 public:
  WaitList() = default;
  WaitList(const WaitList&) = delete;
  WaitList& operator=(const WaitList&) = delete;

  /// Wakes everybody. Thread-safe: yes. Realtime-safe: yes.
  void wake_all() noexcept;

  /// Is called by every wake_all(), until it is removed.
  class Observer {
   public:
    Observer() = default;
    Observer(const Observer&) = delete;
    Observer& operator=(const Observer&) = delete;
    virtual ~Observer() = default;
    /// From the thread that wakes, which may be a real-time callback.
    virtual void notify() noexcept = 0;

   private:
    friend class WaitList;
    std::atomic<Observer*> next_{nullptr};
  };
  void add(Observer& observer);
  /// On return it is not called any more. Not from inside notify().
  void remove(Observer& observer) noexcept;

 private:
  friend class Waiter;
  struct Node {
    detail::Signal* signal;
    Node* next = nullptr;
  };

  void push(Node& node) noexcept;
  void wake_waiters() noexcept;

  std::atomic<Node*> top_{nullptr};
  std::mutex changing_observers_;
  std::atomic<Observer*> observers_{nullptr};
  std::atomic<int> notifying_{0};  // how many threads go through the observers
};

/// A sleeper on one or more wait lists. Make it, look whether there is still nothing to do, then
/// wait(): what happens in between wakes it as well.
class Waiter {
 public:
  explicit Waiter(std::span<WaitList* const> lists);
  explicit Waiter(WaitList& list);
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;
  ~Waiter();

  /// Sleeps until one of the lists is woken; spurious wake-ups happen.
  void wait();
  /// The same, until `deadline` at the latest.
  void wait_until(std::chrono::steady_clock::time_point deadline);

 private:
  detail::Signal signal_;
  std::vector<WaitList*> lists_;
  std::vector<WaitList::Node> nodes_;
  std::size_t signals_taken_ = 0;
};

}  // namespace mido
