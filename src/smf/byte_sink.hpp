// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>

#include "mido/messages/attribute.hpp"

namespace mido::detail {

/// Bytes that are written one behind the other. Unlike a vector it can be written to past its end.
class ByteSink {
 public:
  explicit ByteSink(std::size_t expected) : bytes_(expected) {}

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::uint8_t& operator[](std::size_t index) noexcept { return bytes_[index]; }

  /// Room for that many more bytes, at the end; set_end() says where they ended.
  [[nodiscard]] std::uint8_t* room(std::size_t size) {
    if (bytes_.size() - size_ < size) bytes_.resize(size_ + std::max(size, size_ / 2));
    return bytes_.data() + size_;
  }
  void set_end(const std::uint8_t* end) noexcept {
    size_ = static_cast<std::size_t>(end - bytes_.data());
  }

  void push_back(std::uint8_t byte) {
    *room(1) = byte;
    ++size_;
  }
  void append(std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) return;
    std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
    size_ += bytes.size();
  }
  void append(std::string_view text) {
    append(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  }
  /// A number of that many bytes, the highest first.
  void append_big_endian(std::size_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      push_back(static_cast<std::uint8_t>(value >> shift));
    }
  }

  [[nodiscard]] std::span<std::uint8_t> written() noexcept { return {bytes_.data(), size_}; }
  [[nodiscard]] Bytes take() && {
    bytes_.resize(size_);
    return std::move(bytes_);
  }

 private:
  Bytes bytes_;
  std::size_t size_ = 0;
};

}  // namespace mido::detail
