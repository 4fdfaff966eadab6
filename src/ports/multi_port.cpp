// SPDX-License-Identifier: MIT
#include "mido/ports/multi_port.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <utility>
#include <vector>

#include "mido/ports/errors.hpp"
#include "ports/input_state.hpp"
#include "ports/ready_set.hpp"

namespace mido {

struct MultiPort::State {
  struct Member {
    std::shared_ptr<Input::State> input;
    std::atomic<bool> ended{false};
  };
  std::deque<Member> members;
  std::atomic<std::size_t> open{0};
  detail::ReadySet ready;  // the last: it goes before what it watches

  // Nothing, and not ended, when the deadline has passed.
  struct Popped {
    std::optional<FromPort> message;
    bool ended = false;
  };
  [[nodiscard]] Popped pop(detail::Deadline deadline) {
    while (true) {
      if (open == 0) {
        if (!members.empty()) ready.again(0);  // the next who waits shall see it as well
        return {.message = std::nullopt, .ended = true};
      }
      const auto index = ready.next(deadline);
      if (!index) return {};
      if (auto message = take(*index)) return {.message = std::move(message)};
    }
  }

  [[nodiscard]] std::optional<FromPort> take(std::size_t index) {
    Member& member = members[index];
    detail::MessageQueue& queue = member.input->queue;
    const bool is_last_look = queue.ended();
    if (auto message = queue.try_pop()) {
      ready.again(index);  // there may be more
      return FromPort{std::move(*message), index};
    }
    if (is_last_look && !member.ended.exchange(true)) --open;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<FromPort> receive(detail::Deadline deadline) {
    auto popped = pop(deadline);
    if (popped.ended) throw PortClosed("all ports are closed");
    return std::move(popped.message);
  }
};

MultiPort::MultiPort() : state_(std::make_unique<State>()) {}
MultiPort::MultiPort(MultiPort&&) noexcept = default;
MultiPort& MultiPort::operator=(MultiPort&&) noexcept = default;
MultiPort::~MultiPort() = default;

MultiPort::MultiPort(std::initializer_list<std::reference_wrapper<Input>> inputs) : MultiPort() {
  for (Input& input : inputs) add(input);
}

void MultiPort::add(Input& input) {
  input.state_->check_no_callback();
  state_->members.emplace_back().input = input.state_;
  ++state_->open;
  state_->ready.add(input.state_->queue.inbox().waiters());
}

FromPort MultiPort::receive() { return *state_->receive(detail::never); }

std::optional<FromPort> MultiPort::receive(std::chrono::nanoseconds timeout) {
  return state_->receive(detail::deadline_after(timeout));
}

std::optional<FromPort> MultiPort::poll() { return receive(std::chrono::nanoseconds::zero()); }

MultiPort::Iterator& MultiPort::Iterator::operator++() {
  current_ = ports_->state_->pop(detail::never).message;
  return *this;
}

Input* wait_any(std::span<Input* const> ports, std::chrono::nanoseconds timeout) {
  const auto deadline = detail::deadline_after(timeout);
  std::vector<WaitList*> lists;
  for (const Input* port : ports) lists.push_back(&port->state_->queue.inbox().waiters());
  const auto find_ready = [&] {
    const auto found = std::ranges::find_if(ports, &Input::ready);
    return found == ports.end() ? nullptr : *found;
  };
  while (true) {
    if (Input* const port = find_ready()) return port;
    Waiter waiter(lists);
    // What came before the waiter was there does not wake it.
    if (Input* const port = find_ready()) return port;
    if (std::chrono::steady_clock::now() >= deadline) return nullptr;
    waiter.wait_until(deadline);
  }
}

}  // namespace mido
