// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "mido/messages/message.hpp"
#include "mido/values/timestamp.hpp"
#include "ports/deadline.hpp"

namespace mido::detail {

/// Keeps messages until it is time to send them, in a thread of its own: a port that has no room
/// holds up no other. Thread-safe: yes.
class Scheduler {
 public:
  using Send = std::function<void(const Message&, Timestamp when)>;

  /// Calls `send` for each message, in the order of their times (that of add() for equal ones),
  /// `lead` before its time or at once when that is over.
  Scheduler(std::chrono::nanoseconds lead, Send send);
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;
  /// What was not sent yet is dropped. Waits for a `send` that is under way.
  ~Scheduler() = default;

  void add(Message message, Timestamp when);

  /// Waits until all is sent; false at the deadline, or when a stop is requested.
  [[nodiscard]] bool drain(Deadline deadline, const std::stop_token& stop);

 private:
  void run(const std::stop_token& stop);

  std::chrono::nanoseconds lead_;
  Send send_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::multimap<Timestamp, Message> waiting_;
  bool sending_ = false;
  std::jthread thread_;  // the last: it uses the others
};

}  // namespace mido::detail
