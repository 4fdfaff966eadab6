// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace mido::detail {

/// Walks a part of a file; no read goes past its end. The one place where a variable-length
/// quantity is read.
class Cursor {
 public:
  Cursor() = default;
  /// `offset` is where `bytes` begin in the file.
  Cursor(std::span<const std::uint8_t> bytes, std::size_t offset) noexcept
      : position_(bytes.data()),
        end_(bytes.data() + bytes.size()),
        begin_(bytes.data()),
        offset_(offset) {}

  [[nodiscard]] bool at_end() const noexcept { return position_ == end_; }
  [[nodiscard]] std::size_t left() const noexcept {
    return static_cast<std::size_t>(end_ - position_);
  }
  /// In the file.
  [[nodiscard]] std::size_t offset() const noexcept {
    return offset_ + static_cast<std::size_t>(position_ - begin_);
  }
  [[nodiscard]] std::span<const std::uint8_t> rest() const noexcept { return {position_, end_}; }
  /// Goes back to a place that offset() gave, or on to one that is not past the end.
  void go_to(std::size_t offset) noexcept { position_ = begin_ + (offset - offset_); }
  /// Goes on to a place in rest().
  void go_on_to(const std::uint8_t* position) noexcept { position_ = position; }

  /// Precondition of both: not at_end().
  [[nodiscard]] std::uint8_t peek() const noexcept { return *position_; }
  std::uint8_t take() noexcept { return *position_++; }

  /// Precondition: size <= left().
  std::span<const std::uint8_t> take(std::size_t size) noexcept {
    const std::span<const std::uint8_t> bytes(position_, size);
    position_ += size;
    return bytes;
  }

  enum class Quantity : std::uint8_t { whole, cut_off, too_long };
  /// SMF 1.0: seven bits a byte, the highest first, at most four bytes. `value` is set only when
  /// it is whole.
  [[nodiscard]] Quantity take_variable_length(std::uint32_t& value) noexcept {
    std::uint32_t result = 0;
    for (int i = 0; i < 4; ++i) {
      if (at_end()) return Quantity::cut_off;
      const std::uint8_t byte = take();
      result = (result << 7) | (byte & 0x7FU);
      if (byte < 0x80) {
        value = result;
        return Quantity::whole;
      }
    }
    return Quantity::too_long;
  }

 private:
  const std::uint8_t* position_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  const std::uint8_t* begin_ = nullptr;
  std::size_t offset_ = 0;
};

}  // namespace mido::detail
