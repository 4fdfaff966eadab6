// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "mido/values/timestamp.hpp"

namespace mido::jack {

/// Messages on their way to the process callback, which takes them out in as many parts as its
/// cycles have room for. A short message takes 16 bytes.
/// Thread-safe: one writer at a time and one reader. Realtime-safe: yes.
class Ring {
 public:
  /// `capacity` is a power of two, in bytes.
  explicit Ring(std::size_t capacity);

  /// False when there is no room: nothing was taken.
  bool push(std::span<const std::uint8_t> bytes, Timestamp when) noexcept;

  /// What is left of the message that comes next.
  struct Front {
    Timestamp when;
    std::size_t size;
    std::uint8_t first_byte;
  };
  // ---- The reader's ----
  [[nodiscard]] std::optional<Front> front() const noexcept;
  /// Takes the next `size` bytes, not more than the front has.
  void take(std::uint8_t* to, std::size_t size) noexcept;

  // ---- Anybody's: places in the stream of all messages since the beginning ----
  [[nodiscard]] std::size_t pushed() const noexcept { return pushed_.load(); }
  [[nodiscard]] bool is_empty() const noexcept { return pushed() == taken(); }
  /// Up to here all messages were taken as a whole.
  [[nodiscard]] std::size_t taken() const noexcept { return taken_.load(); }

 private:
  struct Header {
    std::int64_t when;
    std::uint32_t size;
  };
  static constexpr std::size_t header_size = 12;
  static constexpr std::size_t unit = 16;  // so that the end of the ring never cuts a header

  [[nodiscard]] static std::size_t record_size(std::size_t bytes) noexcept {
    return (header_size + bytes + unit - 1) / unit * unit;
  }
  [[nodiscard]] Header header_at(std::size_t position) const noexcept;
  void copy_in(std::size_t position, const void* from, std::size_t size) noexcept;
  void copy_out(std::size_t position, void* to, std::size_t size) const noexcept;

  std::size_t capacity_;
  std::unique_ptr<std::uint8_t[]> bytes_;
  alignas(64) std::atomic<std::size_t> pushed_{0};
  alignas(64) std::atomic<std::size_t> taken_{0};
  std::size_t begun_ = 0;  // the reader's: bytes it has of the front
};

}  // namespace mido::jack
