// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "mido/ports/errors.hpp"
#include "mido/ports/input.hpp"
#include "ports/callback_thread.hpp"
#include "ports/deadline.hpp"
#include "ports/message_queue.hpp"

namespace mido {

/// What an Input is, for it and for those who wait on several.
struct Input::State {
  State(std::string port_name, const InputOptions& options)
      : name(std::move(port_name)), queue(options) {}

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
  [[nodiscard]] std::optional<Received> receive(detail::Deadline deadline) {
    check_no_callback();
    auto popped = queue.pop(deadline);
    if (popped.ended) throw_ended();
    return std::move(popped.message);
  }
};

}  // namespace mido
