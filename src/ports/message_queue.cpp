// SPDX-License-Identifier: MIT
#include "ports/message_queue.hpp"

#include <utility>

namespace mido::detail {

void MessageQueue::close() noexcept {
  closed_ = true;
  inbox_.waiters().wake_all();
}

void MessageQueue::parse_more() {
  while (messages_.empty()) {
    const Inbox::Chunk chunk = inbox_.read();
    if (chunk.bytes.empty()) return;
    // A message that lost its middle must not be put together.
    if (chunk.after_loss) tokenizer_.reset();
    after_loss_ = after_loss_ || chunk.after_loss;
    tokenizer_.feed(chunk.bytes, [&](Message&& message) {
      if (ignore_.matches(message.wire().front())) return;
      messages_.push_back({std::move(message), chunk.when, std::exchange(after_loss_, false)});
    });
  }
}

std::optional<Received> MessageQueue::try_pop() {
  const std::lock_guard lock(reading_);
  parse_more();
  if (messages_.empty()) return std::nullopt;
  std::optional<Received> result(std::move(messages_.front()));
  messages_.pop_front();
  return result;
}

bool MessageQueue::ready() {
  if (ended()) return true;
  const std::lock_guard lock(reading_);
  parse_more();
  return !messages_.empty();
}

MessageQueue::Popped MessageQueue::pop(Deadline deadline) {
  while (true) {
    // Asked first: what came before the end is taken before the end is told.
    const bool is_last_look = ended();
    if (auto message = try_pop()) return {std::move(message)};
    if (is_last_look) return {.message = std::nullopt, .ended = true};
    if (deadline != never && std::chrono::steady_clock::now() >= deadline) return {};
    wait(deadline);
  }
}

void MessageQueue::wait(Deadline deadline, const std::atomic<bool>* give_up) {
  Waiter waiter(inbox_.waiters());
  // What came before the waiter was there does not wake it.
  if (ready() || (give_up != nullptr && *give_up)) return;
  if (deadline == never) {
    waiter.wait();
  } else {
    waiter.wait_until(deadline);
  }
}

}  // namespace mido::detail
