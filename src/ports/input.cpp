// SPDX-License-Identifier: MIT
#include "mido/ports/input.hpp"

#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

#include "mido/ports/errors.hpp"
#include "ports/callback_thread.hpp"
#include "ports/message_queue.hpp"

namespace mido {

namespace {

using std::chrono::steady_clock;

// A time-out may be longer than the clock can count.
steady_clock::time_point deadline_after(std::chrono::nanoseconds timeout) {
  const auto now = steady_clock::now();
  return timeout < detail::MessageQueue::never - now ? now + timeout : detail::MessageQueue::never;
}

}  // namespace

struct Input::State {
  State(std::string port_name, std::size_t inbox_capacity)
      : name(std::move(port_name)), queue(inbox_capacity) {}

  std::string name;
  detail::MessageQueue queue;
  detail::CallbackThread callbacks{queue};
  std::mutex closing;
  std::unique_ptr<InputDevice> device;

  void check_no_callback() const {
    if (callbacks.active()) throw ValueError("a callback is set for this port");
  }

  [[noreturn]] void throw_ended() const {
    if (!queue.closed()) throw PortDisconnected("port '" + name + "': the device has gone away");
    throw PortClosed("port '" + name + "' is closed");
  }

  // Nothing when the deadline has passed.
  [[nodiscard]] std::optional<Received> receive(steady_clock::time_point deadline) {
    check_no_callback();
    auto popped = queue.pop(deadline);
    if (popped.ended) throw_ended();
    return std::move(popped.message);
  }
};

Input::Input(std::string name, const OpenDevice& open, std::size_t inbox_capacity)
    : state_(std::make_shared<State>(std::move(name), inbox_capacity)) {
  state_->device = open(state_->queue.inbox());
}

Input::Input(Input&&) noexcept = default;

Input& Input::operator=(Input&& other) noexcept {
  if (this != &other) {
    close();
    state_ = std::move(other.state_);
  }
  return *this;
}

Input::~Input() { close(); }

const std::string& Input::name() const noexcept { return state_->name; }

bool Input::closed() const noexcept { return state_->queue.ended(); }

Received Input::receive() { return *state_->receive(detail::MessageQueue::never); }

std::optional<Received> Input::receive(std::chrono::nanoseconds timeout) {
  return state_->receive(deadline_after(timeout));
}

std::optional<Received> Input::poll() { return receive(std::chrono::nanoseconds::zero()); }

Input::Iterator& Input::Iterator::operator++() {
  const auto deadline = wait_ ? detail::MessageQueue::never : steady_clock::now();
  port_->state_->check_no_callback();
  current_ = port_->state_->queue.pop(deadline).message;
  return *this;
}

void Input::set_callback(Callback callback) { state_->callbacks.set(std::move(callback), state_); }

void Input::close() noexcept {
  if (!state_) return;  // moved from
  {
    const std::lock_guard lock(state_->closing);
    state_->device.reset();
  }
  state_->queue.close();
  state_->callbacks.stop();
}

std::uint64_t Input::lost() const noexcept { return state_->queue.inbox().lost(); }

}  // namespace mido
