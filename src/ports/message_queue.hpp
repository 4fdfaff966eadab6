// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "mido/codec/tokenizer.hpp"
#include "mido/ports/inbox.hpp"
#include "mido/ports/input.hpp"
#include "ports/deadline.hpp"

namespace mido::detail {

/// The messages of an input: what the inbox holds, cut into messages. Parsing is done by who
/// receives, so that the driver's side need not allocate.
/// Thread-safe: yes.
class MessageQueue {
 public:
  explicit MessageQueue(const InputOptions& options)
      : inbox_(options.inbox_capacity, options.ignore), ignore_(options.ignore) {}

  [[nodiscard]] Inbox& inbox() noexcept { return inbox_; }

  /// No more will come; what is there can still be taken.
  void close() noexcept;
  [[nodiscard]] bool closed() const noexcept { return closed_; }
  /// Closed, or the device has gone away.
  [[nodiscard]] bool ended() const noexcept { return closed_ || inbox_.disconnected(); }

  [[nodiscard]] std::optional<Received> try_pop();
  /// Whether there is a message, or none will come any more.
  [[nodiscard]] bool ready();

  struct Popped {
    std::optional<Received> message;
    bool ended = false;  ///< there is no message and none will come
  };
  /// Waits for a message, for the end, or until `deadline`.
  [[nodiscard]] Popped pop(Deadline deadline);

  /// Waits until there is a message, or it has ended, or `give_up` is set (and the inbox's waiters
  /// are woken), or until `deadline`. Spurious returns happen.
  void wait(Deadline deadline, const std::atomic<bool>* give_up = nullptr);

 private:
  // Wants reading_ held: parses until there is a message or the inbox is empty.
  void parse_more();

  Inbox inbox_;
  Ignore ignore_;
  std::atomic<bool> closed_{false};
  std::mutex reading_;
  Tokenizer tokenizer_;
  bool after_loss_ = false;  // the next message
  std::deque<Received> messages_;
};

}  // namespace mido::detail
