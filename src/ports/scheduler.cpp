// SPDX-License-Identifier: MIT
#include "ports/scheduler.hpp"

#include <utility>

namespace mido::detail {

Scheduler::Scheduler(std::chrono::nanoseconds lead, Send send)
    : lead_(lead), send_(std::move(send)), thread_([this](const auto& stop) { run(stop); }) {}

void Scheduler::add(Message message, Timestamp when) {
  const std::lock_guard lock(mutex_);
  const auto place = waiting_.emplace(when, std::move(message));
  if (place == waiting_.begin()) changed_.notify_all();
}

bool Scheduler::drain(Deadline deadline, const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, stop, deadline,
                             [this] { return waiting_.empty() && !sending_; });
}

void Scheduler::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (waiting_.empty()) {
      changed_.notify_all();
      changed_.wait(lock, stop, [this] { return !waiting_.empty(); });
      continue;
    }
    const Timestamp first = waiting_.begin()->first;
    const Deadline due(first - lead_);
    if (std::chrono::steady_clock::now() < due) {
      // Woken when one comes that is earlier.
      changed_.wait_until(lock, stop, due,
                          [&] { return waiting_.empty() || waiting_.begin()->first < first; });
      continue;
    }
    const auto next = waiting_.extract(waiting_.begin());
    sending_ = true;
    lock.unlock();
    send_(next.mapped(), next.key());
    lock.lock();
    sending_ = false;
  }
}

}  // namespace mido::detail
