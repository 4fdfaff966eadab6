// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// What the live parser is measured against: a plain state machine, one byte at a time, with
/// running status and real-time bytes inside of other messages. It knows nothing of the library.
namespace bench {

class LiveYardstick {
 public:
  /// Sysex is a place in a buffer of its own.
  struct Message {
    std::uint64_t time;
    std::uint32_t size;
    std::array<std::uint8_t, 4> bytes;
  };
  static_assert(sizeof(Message) == 16);
  static constexpr std::size_t ring_size = 4096;

  void feed(std::span<const std::uint8_t> bytes) {
    for (const std::uint8_t byte : bytes) {
      if (byte < 0x80) {
        feed_data(byte);
      } else if (byte >= 0xF8) {
        if (byte != 0xF9 && byte != 0xFD) store({byte}, 1);
      } else {
        feed_status(byte);
      }
    }
  }

  [[nodiscard]] std::uint64_t messages() const { return stored_; }
  [[nodiscard]] const std::vector<Message>& ring() const { return ring_; }

 private:
  void feed_data(std::uint8_t byte) {
    if (in_sysex_) {
      sysex_.push_back(byte);
    } else if (need_ != 0) {
      message_[have_++] = byte;
      if (have_ == need_) {
        store(message_, need_);
        have_ = 1;
        if (message_[0] >= 0xF0) need_ = 0;
      }
    }
  }

  void feed_status(std::uint8_t byte) {
    if (in_sysex_) {
      sysex_.push_back(0xF7);
      store({0xF0}, static_cast<std::uint32_t>(sysex_.size()));
      in_sysex_ = false;
    }
    message_[0] = byte;
    have_ = 1;
    need_ = length(byte);
    if (byte == 0xF0) {
      in_sysex_ = true;
      sysex_.assign(1, byte);
    } else if (need_ == 1) {
      store(message_, 1);
      need_ = 0;
    }
  }

  /// With the status; 0 for what is no message by itself.
  [[nodiscard]] static std::uint32_t length(std::uint8_t status) {
    switch (status & 0xF0) {
      case 0xC0:
      case 0xD0:
        return 2;
      case 0xF0:
        break;
      default:
        return 3;
    }
    switch (status) {
      case 0xF1:
      case 0xF3:
        return 2;
      case 0xF2:
        return 3;
      case 0xF6:
        return 1;
      default:
        return 0;
    }
  }

  void store(std::array<std::uint8_t, 4> bytes, std::uint32_t size) {
    ring_[stored_++ % ring_size] = {0, size, bytes};
  }

  std::vector<Message> ring_ = std::vector<Message>(ring_size);
  std::uint64_t stored_ = 0;
  std::array<std::uint8_t, 4> message_{};
  std::uint32_t have_ = 0;
  std::uint32_t need_ = 0;
  bool in_sysex_ = false;
  std::vector<std::uint8_t> sysex_;
};

}  // namespace bench
