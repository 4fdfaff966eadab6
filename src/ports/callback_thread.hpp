// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include "ports/message_queue.hpp"

namespace mido::detail {

/// Calls a callback with every message of a queue, in a thread that starts with the first callback
/// and lives until stop(). Each function may be called from inside the callback.
/// Thread-safe: yes.
class CallbackThread {
 public:
  explicit CallbackThread(MessageQueue& queue) : queue_(queue) {}
  CallbackThread(const CallbackThread&) = delete;
  CallbackThread& operator=(const CallbackThread&) = delete;
  ~CallbackThread();

  /// Whether a callback is set.
  [[nodiscard]] bool active() const noexcept { return active_; }

  /// Sets, replaces or (an empty one) clears the callback. `owner` keeps this object alive while
  /// the thread runs.
  void set(Callback callback, std::shared_ptr<void> owner);

  /// Ends the thread; waits for it unless called from inside the callback.
  void stop() noexcept;

 private:
  void run();
  void call_one();
  void wait_for_change();
  void wake() noexcept;
  [[nodiscard]] bool is_self() const noexcept {
    return thread_.get_id() == std::this_thread::get_id();
  }

  MessageQueue& queue_;
  WaitList changes_;
  std::atomic<bool> active_{false};
  std::atomic<bool> passive_{true};  // not active_: what a wait on the queue gives up for
  std::atomic<bool> stop_{false};
  // Held while the callback runs, so that who changes it waits for its end; recursive, so that it
  // may change itself.
  std::recursive_mutex calling_;
  std::shared_ptr<const Callback> callback_;
  std::thread thread_;
};

}  // namespace mido::detail
