// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "mido/ports/input.hpp"

namespace mido {

/// A file descriptor that can be read from when an input has something, for event loops: epoll,
/// Qt's QSocketNotifier, Asio's stream_descriptor. When it is readable: clear(), then take what
/// iter_pending() gives. Nothing must be read from it or written to it.
/// POSIX systems only: elsewhere the constructor throws PortError.
/// Thread-safe: yes.
class ReadyDescriptor {
 public:
  /// The input may be moved, and closed: that makes it readable too. Throws PortError when the
  /// system has no descriptor left.
  explicit ReadyDescriptor(Input& input);
  ReadyDescriptor(ReadyDescriptor&&) noexcept;
  ReadyDescriptor& operator=(ReadyDescriptor&&) noexcept;
  /// Closes the descriptor.
  ~ReadyDescriptor();

  [[nodiscard]] int descriptor() const noexcept;
  /// Not readable any more until something happens again.
  void clear() noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mido
