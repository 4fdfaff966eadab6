// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <exception>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <type_traits>
#include <utility>

#include "mido/ports/errors.hpp"
#include "mido/ports/input.hpp"
#include "mido/ports/output.hpp"

namespace mido {

namespace detail {

template <class Range, class Port>
concept RangeOf = std::ranges::input_range<Range> &&
    std::convertible_to<std::ranges::range_reference_t<Range>, Port&>;

}  // namespace detail

/// A message, when it came in, and on which port of a MultiPort.
struct FromPort : Received {
  std::size_t port;  ///< its place among the ports, from 0
};

/// Several inputs as one (the manual, "MultiPort"): their messages as they come, a message of each
/// in turn when there are many. Waits for all of them at once, and wakes up as fast with ten
/// thousand as with two. The inputs stay those of their owners; they may be moved, and closed.
/// Thread-safe: yes.
class MultiPort {
 public:
  /// `MultiPort({piano, pads})`
  MultiPort(std::initializer_list<std::reference_wrapper<Input>> inputs);
  /// Of a range of inputs. Throws ValueError when one has a callback.
  template <detail::RangeOf<Input> Range>
  // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): a MultiPort is no range of inputs
  explicit MultiPort(Range&& inputs) : MultiPort() {
    for (Input& input : inputs) add(input);
  }
  MultiPort(MultiPort&&) noexcept;
  MultiPort& operator=(MultiPort&&) noexcept;
  ~MultiPort();

  /// Waits for the next message of any of them. Throws PortClosed when all are closed and empty.
  [[nodiscard]] FromPort receive();
  /// Waits no longer than `timeout`; nothing when no message came. Else as receive().
  [[nodiscard]] std::optional<FromPort> receive(std::chrono::nanoseconds timeout);
  /// The next message if there is one now. Else as receive().
  [[nodiscard]] std::optional<FromPort> poll();

  /// `for (const auto& message : ports)`: messages as they come, until all ports are closed.
  class Iterator;
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  struct State;
  MultiPort();
  void add(Input& input);
  std::unique_ptr<State> state_;
};

class MultiPort::Iterator {
 public:
  using value_type = FromPort;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(MultiPort& ports) : ports_(&ports) { ++*this; }
  [[nodiscard]] const FromPort& operator*() const noexcept { return *current_; }
  [[nodiscard]] const FromPort* operator->() const noexcept { return &*current_; }
  Iterator& operator++();
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return !it.current_;
  }

 private:
  MultiPort* ports_ = nullptr;
  std::optional<FromPort> current_;
};

inline MultiPort::Iterator MultiPort::begin() { return Iterator(*this); }

/// The messages of several inputs as they come, each with its port:
/// `for (const auto& message : multi_receive(inputs))`.
template <class Inputs>
[[nodiscard]] MultiPort multi_receive(Inputs&& inputs) {
  return MultiPort(std::forward<Inputs>(inputs));
}

/// Sends the message to every output of the range. Throws what the first that fails throws, after
/// it was sent to the others.
template <detail::RangeOf<Output> Outputs>
void multi_send(Outputs&& outputs, const Message& message) {
  std::exception_ptr failure;
  for (Output& output : outputs) {
    try {
      output.send(message);
    } catch (const PortError&) {
      if (!failure) failure = std::current_exception();
    }
  }
  if (failure) std::rethrow_exception(failure);
}

/// Waits until one of the inputs has a message, or will have none any more, and returns it; nullptr
/// when `timeout` is over before. It looks at each of them: for many, or again and again, a
/// MultiPort is better.
[[nodiscard]] Input* wait_any(std::span<Input* const> ports,
                              std::chrono::nanoseconds timeout = std::chrono::nanoseconds::max());

}  // namespace mido
