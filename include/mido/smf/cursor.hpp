// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "mido/smf/errors.hpp"

namespace mido::detail {

/// Walks a part of a file; every read is checked against its end. The one place where a
/// variable-length quantity is read.
class Cursor {
 public:
  Cursor() = default;
  /// `offset` is where `bytes` begin in the file.
  Cursor(std::span<const std::uint8_t> bytes, std::size_t offset,
         std::optional<std::size_t> track) noexcept
      : position_(bytes.data()),
        end_(bytes.data() + bytes.size()),
        begin_(bytes.data()),
        offset_(offset),
        track_(track) {}

  [[nodiscard]] bool at_end() const noexcept { return position_ == end_; }
  [[nodiscard]] std::size_t left() const noexcept {
    return static_cast<std::size_t>(end_ - position_);
  }
  [[nodiscard]] std::size_t offset() const noexcept {
    return offset_ + static_cast<std::size_t>(position_ - begin_);
  }
  [[nodiscard]] std::optional<std::size_t> track() const noexcept { return track_; }

  /// Precondition of both: not at_end().
  [[nodiscard]] std::uint8_t peek() const noexcept { return *position_; }
  void skip() noexcept { ++position_; }

  [[nodiscard]] std::uint8_t read_byte() {
    if (at_end()) fail(FaultKind::truncated_event, "unexpected end of track");
    return *position_++;
  }

  [[nodiscard]] std::span<const std::uint8_t> read_bytes(std::size_t size) {
    if (size > left()) fail_length(size);
    const std::span<const std::uint8_t> bytes(position_, size);
    position_ += size;
    return bytes;
  }

  /// SMF 1.0: seven bits a byte, the highest first, at most four bytes.
  [[nodiscard]] std::uint32_t read_variable_length() {
    std::uint8_t byte = read_byte();
    if (byte < 0x80) return byte;
    std::uint32_t value = byte & 0x7FU;
    for (int i = 1; i < 4; ++i) {
      byte = read_byte();
      value = (value << 7) | (byte & 0x7FU);
      if (byte < 0x80) return value;
    }
    fail(FaultKind::long_quantity, "a variable-length quantity has more than four bytes");
  }

  /// Throws MidiParseError at this place, or at `offset`.
  [[noreturn]] void fail(FaultKind kind, const std::string& detail) const;
  [[noreturn]] void fail_at(std::size_t offset, FaultKind kind, const std::string& detail) const;

 private:
  [[noreturn]] void fail_length(std::size_t size) const;

  const std::uint8_t* position_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  const std::uint8_t* begin_ = nullptr;
  std::size_t offset_ = 0;
  std::optional<std::size_t> track_;
};

}  // namespace mido::detail
