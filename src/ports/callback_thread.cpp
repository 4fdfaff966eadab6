// SPDX-License-Identifier: MIT
#include "ports/callback_thread.hpp"

#include <utility>

namespace mido::detail {

CallbackThread::~CallbackThread() {
  stop();
  // Reached from inside the callback: nobody is left to wait for the thread.
  if (thread_.joinable()) thread_.detach();
}

void CallbackThread::set(Callback callback, std::shared_ptr<void> owner) {
  const std::lock_guard lock(calling_);
  active_ = static_cast<bool>(callback);
  passive_ = !active_;
  callback_ = active_ ? std::make_shared<const Callback>(std::move(callback)) : nullptr;
  wake();
  if (active_ && !thread_.joinable() && !stop_) {
    thread_ = std::thread([this, keep = std::move(owner)] { run(); });
  }
}

void CallbackThread::stop() noexcept {
  std::thread ending;
  {
    const std::lock_guard lock(calling_);
    stop_ = true;
    passive_ = true;
    wake();
    if (thread_.joinable() && !is_self()) ending = std::move(thread_);
  }
  if (ending.joinable()) ending.join();
}

void CallbackThread::wake() noexcept {
  queue_.inbox().waiters().wake_all();
  changes_.wake_all();
}

void CallbackThread::run() {
  while (!stop_) {
    if (active_) queue_.wait(never, &passive_);
    call_one();
  }
}

void CallbackThread::call_one() {
  std::unique_lock lock(calling_);
  if (stop_) return;
  const auto callback = callback_;
  const auto message = callback ? queue_.try_pop() : std::nullopt;
  if (message) {
    (*callback)(*message);
  } else if (!callback || queue_.ended()) {
    lock.unlock();
    wait_for_change();
  }
}

void CallbackThread::wait_for_change() {
  Waiter waiter(changes_);
  if (stop_ || (active_ && !queue_.ended())) return;
  waiter.wait();
}

}  // namespace mido::detail
