// SPDX-License-Identifier: MIT
#include "ports/ready_set.hpp"

#include <algorithm>

namespace mido::detail {

void ReadySet::Node::notify() noexcept {
  if (queued.exchange(true)) return;
  next = set.woken_.load();
  while (!set.woken_.compare_exchange_weak(next, this)) {
  }
  set.signal_.release();
}

ReadySet::~ReadySet() {
  for (Node& node : nodes_) node.list.remove(node);
}

void ReadySet::add(WaitList& list) {
  Node& node = nodes_.emplace_back(*this, list, nodes_.size());
  list.add(node);
  give(node);
}

void ReadySet::again(std::size_t index) {
  Node& node = nodes_[index];
  if (!node.queued.exchange(true)) give(node);
}

void ReadySet::give(Node& node) {
  {
    const std::lock_guard lock(giving_);
    ready_.push_back(&node);
  }
  signal_.release();
}

std::optional<std::size_t> ReadySet::next(Deadline deadline) {
  if (deadline == never) {
    signal_.acquire();
  } else if (!signal_.try_acquire() && !signal_.try_acquire_until(deadline)) {
    return std::nullopt;
  }
  const std::lock_guard lock(giving_);
  collect();
  Node* const node = ready_.front();
  ready_.pop_front();
  // From now on it is queued again by what happens to it.
  node->queued = false;
  return node->index;
}

// Those that were woken, the first one first.
void ReadySet::collect() {
  const auto before = static_cast<std::ptrdiff_t>(ready_.size());
  for (Node* node = woken_.exchange(nullptr); node != nullptr; node = node->next) {
    ready_.push_back(node);
  }
  std::reverse(ready_.begin() + before, ready_.end());
}

}  // namespace mido::detail
