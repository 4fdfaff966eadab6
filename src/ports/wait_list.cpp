// SPDX-License-Identifier: MIT
#include "mido/ports/wait_list.hpp"

namespace mido {

// Everything here is sequentially consistent: a waiter pushes and then looks at the queue, a
// writer writes and then looks at the list, and one of them must see the other.

void WaitList::push(Node& node) noexcept {
  node.next = top_.load();
  while (!top_.compare_exchange_weak(node.next, &node)) {
  }
}

void WaitList::wake_all() noexcept {
  if (top_.load() == nullptr) return;
  Node* node = top_.exchange(nullptr);
  while (node != nullptr) {
    // After its signal a node may be gone.
    Node* const next = node->next;
    node->signal->release();
    node = next;
  }
}

Waiter::Waiter(std::span<WaitList* const> lists) : lists_(lists.begin(), lists.end()) {
  nodes_.assign(lists_.size(), {&signal_});
  for (std::size_t i = 0; i < lists_.size(); ++i) lists_[i]->push(nodes_[i]);
}

Waiter::Waiter(WaitList& list) : Waiter(std::array{&list}) {}

Waiter::~Waiter() {
  for (WaitList* list : lists_) list->wake_all();
  // Who took a node out may still be about to signal it.
  for (; signals_taken_ < nodes_.size(); ++signals_taken_) signal_.acquire();
}

void Waiter::wait() {
  signal_.acquire();
  ++signals_taken_;
}

void Waiter::wait_until(std::chrono::steady_clock::time_point deadline) {
  if (signal_.try_acquire_until(deadline)) ++signals_taken_;
}

}  // namespace mido
