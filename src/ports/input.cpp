// SPDX-License-Identifier: MIT
#include "mido/ports/input.hpp"

#include <utility>

#include "ports/input_state.hpp"

namespace mido {

Input::Input(std::string name, const OpenDevice& open, const InputOptions& options)
    : state_(std::make_shared<State>(std::move(name), options)) {
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

Received Input::receive() { return *state_->receive(detail::never); }

std::optional<Received> Input::receive(std::chrono::nanoseconds timeout) {
  return state_->receive(detail::deadline_after(timeout));
}

std::optional<Received> Input::poll() { return receive(std::chrono::nanoseconds::zero()); }

bool Input::ready() const { return state_->queue.ready(); }

Input::Iterator& Input::Iterator::operator++() {
  const auto deadline = wait_ ? detail::never : std::chrono::steady_clock::now();
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
