// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "mido/ports/input.hpp"
#include "mido/ports/output.hpp"

namespace mido {

/// An input and an output as one port; every call goes to the one it is for.
/// Thread-safe: as Input and Output.
class IOPort {
 public:
  IOPort(Input input, Output output) : input_(std::move(input)), output_(std::move(output)) {}

  [[nodiscard]] Input& input() noexcept { return input_; }
  [[nodiscard]] Output& output() noexcept { return output_; }

  [[nodiscard]] const std::string& name() const noexcept { return input_.name(); }
  [[nodiscard]] bool closed() const noexcept { return input_.closed() && output_.closed(); }

  void send(const Message& message) { output_.send(message); }
  void reset() { output_.reset(); }
  void panic() { output_.panic(); }

  [[nodiscard]] Received receive() { return input_.receive(); }
  [[nodiscard]] std::optional<Received> receive(std::chrono::nanoseconds timeout) {
    return input_.receive(timeout);
  }
  [[nodiscard]] std::optional<Received> poll() { return input_.poll(); }
  [[nodiscard]] Input::Iterator begin() { return input_.begin(); }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }
  [[nodiscard]] Input::Pending iter_pending() { return input_.iter_pending(); }
  void set_callback(Callback callback) { input_.set_callback(std::move(callback)); }

  void close() noexcept {
    output_.close();
    input_.close();
  }

 private:
  Input input_;
  Output output_;
};

}  // namespace mido
