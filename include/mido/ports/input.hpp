// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "mido/messages/message.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/inbox.hpp"

namespace mido {

/// A message that came in on a port, and when.
struct Received : Message {
  Timestamp timestamp;
  bool after_loss = false;  ///< something between the message before and this one was lost
};

/// How an input receives.
struct InputOptions {
  std::size_t inbox_capacity = Inbox::default_capacity;  ///< bytes; 16 for a short message
  Ignore ignore = {};
};

/// Is called with every message that comes in.
using Callback = std::function<void(const Received&)>;

/// An open input port. Movable; closes when destroyed.
/// Thread-safe: yes, several threads may receive and one close at the same time.
class Input {
 public:
  /// Opens the device that is to deliver into the inbox.
  using OpenDevice = std::function<std::unique_ptr<InputDevice>(Inbox&)>;

  /// A port over a device, as backends and ports of one's own make it. Throws what `open` throws.
  Input(std::string name, const OpenDevice& open, const InputOptions& options = {});
  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;
  ~Input();

  [[nodiscard]] const std::string& name() const noexcept;
  [[nodiscard]] bool closed() const noexcept;

  /// Waits for the next message. What came before the port was closed can still be received; after
  /// that it throws PortClosed, or PortDisconnected when the device has gone away. Throws
  /// ValueError while a callback is set.
  [[nodiscard]] Received receive();
  /// Waits no longer than `timeout`; nothing when no message came. Else as receive().
  [[nodiscard]] std::optional<Received> receive(std::chrono::nanoseconds timeout);
  /// The next message if there is one now. Else as receive().
  [[nodiscard]] std::optional<Received> poll();

  /// Whether receive() would not have to wait: a message is there, or none will come any more.
  [[nodiscard]] bool ready() const;

  /// `for (const auto& message : port)`: messages as they come, until the port is closed.
  class Iterator;
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

  /// `for (const auto& message : port.iter_pending())`: those that have already come.
  class Pending;
  [[nodiscard]] Pending iter_pending();

  /// From now on calls `callback` with every message, from a thread of the port; an empty function
  /// ends that. On return from this and from close() the old callback does not run any more,
  /// unless the call came from inside it. An exception that leaves a callback ends the program.
  void set_callback(Callback callback);

  /// Closes the port; who waits is woken. Does nothing when it is closed already.
  void close() noexcept;

  /// How many deliveries were lost because the inbox was full.
  [[nodiscard]] std::uint64_t lost() const noexcept;

 private:
  friend class MultiPort;
  friend class ReadyDescriptor;
  friend Input* wait_any(std::span<Input* const> ports, std::chrono::nanoseconds timeout);
  struct State;
  std::shared_ptr<State> state_;
};

class Input::Iterator {
 public:
  using value_type = Received;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  Iterator(Input& port, bool wait) : port_(&port), wait_(wait) { ++*this; }
  [[nodiscard]] const Received& operator*() const noexcept { return *current_; }
  [[nodiscard]] const Received* operator->() const noexcept { return &*current_; }
  Iterator& operator++();
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return !it.current_;
  }

 private:
  Input* port_ = nullptr;
  bool wait_ = false;
  std::optional<Received> current_;
};

class Input::Pending {
 public:
  explicit Pending(Input& port) : port_(&port) {}
  [[nodiscard]] Iterator begin() const { return {*port_, false}; }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  Input* port_;
};

inline Input::Iterator Input::begin() { return {*this, true}; }
inline Input::Pending Input::iter_pending() { return Pending(*this); }

}  // namespace mido
