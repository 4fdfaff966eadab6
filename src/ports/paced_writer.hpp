// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

#include "mido/ports/output.hpp"

namespace mido::detail {

/// Puts messages into a device: long ones in parts and paced, and waiting while it has no room.
/// Thread-safe: no, but for interrupt().
class PacedWriter {
 public:
  PacedWriter(std::unique_ptr<OutputDevice> device, const OutputOptions& options);

  [[nodiscard]] OutputDevice& device() noexcept { return *device_; }

  /// What became of a message, and how much of it was taken.
  struct Written {
    Sent sent;
    std::size_t bytes;
  };
  [[nodiscard]] Written write(std::span<const std::uint8_t> message, const SendProgress& progress);
  /// To be played at `when`; long messages not before that.
  [[nodiscard]] Written write_at(std::span<const std::uint8_t> message, Timestamp when);

  /// Ends a wait under way in another thread: what is being written is then not taken.
  void interrupt() noexcept;

 private:
  [[nodiscard]] bool goes_in_parts(std::span<const std::uint8_t> message) const noexcept;
  template <class Write>
  [[nodiscard]] Sent wait_and_write(Write write);

  std::unique_ptr<OutputDevice> device_;
  SysexPacing pacing_;
  std::chrono::nanoseconds timeout_;
  std::stop_source interrupted_;
};

}  // namespace mido::detail
