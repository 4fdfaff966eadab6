// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "mido/ports/signal.hpp"
#include "mido/ports/wait_list.hpp"
#include "ports/deadline.hpp"

namespace mido::detail {

/// Which of many queues something has happened to, found without a look at the others: a wake-up
/// costs the same for ten of them and for ten thousand.
/// Thread-safe: yes, but for add().
class ReadySet {
 public:
  ReadySet() = default;
  ReadySet(const ReadySet&) = delete;
  ReadySet& operator=(const ReadySet&) = delete;
  ~ReadySet();

  /// Watches the list as long as the set lives. Its index is the number of those added before.
  void add(WaitList& list);

  /// The index of a list that was woken since it was given last, or added; nothing when the
  /// deadline has passed.
  [[nodiscard]] std::optional<std::size_t> next(Deadline deadline);
  /// Gives that index again, after the others: there is more to be had.
  void again(std::size_t index);

 private:
  class Node final : public WaitList::Observer {
   public:
    Node(ReadySet& of, WaitList& watched, std::size_t number)
        : set(of), list(watched), index(number) {}
    void notify() noexcept override;

    ReadySet& set;
    WaitList& list;
    std::size_t index;
    std::atomic<bool> queued{true};  // looked at once in any case
    Node* next = nullptr;
  };

  void give(Node& node);
  // Wants giving_ held.
  void collect();

  std::deque<Node> nodes_;
  std::atomic<Node*> woken_{nullptr};  // the last one first
  std::mutex giving_;
  std::deque<Node*> ready_;
  Signal signal_;  // one for each in woken_ and ready_
};

}  // namespace mido::detail
