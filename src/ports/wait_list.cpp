// SPDX-License-Identifier: MIT
#include "mido/ports/wait_list.hpp"

#include <thread>

namespace mido {

// Everything here is sequentially consistent: a waiter pushes and then looks at the queue, a
// writer writes and then looks at the list, and one of them must see the other.

void WaitList::push(Node& node) noexcept {
  node.next = top_.load();
  while (!top_.compare_exchange_weak(node.next, &node)) {
  }
}

void WaitList::wake_all() noexcept {
  wake_waiters();
  if (observers_.load() == nullptr) return;
  notifying_.fetch_add(1);
  for (Observer* observer = observers_.load(); observer != nullptr;
       observer = observer->next_.load()) {
    observer->notify();
  }
  notifying_.fetch_sub(1);
}

void WaitList::add(Observer& observer) {
  const std::lock_guard lock(changing_observers_);
  observer.next_ = observers_.load();
  observers_ = &observer;
}

void WaitList::remove(Observer& observer) noexcept {
  const std::lock_guard lock(changing_observers_);
  std::atomic<Observer*>* link = &observers_;
  while (link->load() != nullptr && link->load() != &observer) link = &link->load()->next_;
  if (link->load() == nullptr) return;
  link->store(observer.next_.load());
  // Who goes through the observers now may be at this one; who comes later cannot find it.
  while (notifying_.load() != 0) std::this_thread::yield();
}

void WaitList::wake_waiters() noexcept {
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
