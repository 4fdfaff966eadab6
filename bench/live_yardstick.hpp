// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// What the live parser is measured against: a plain state machine, one byte at a time, with
/// running status and real-time bytes inside of other messages. It knows nothing of the library.
namespace bench {

class LiveYardstick {
 public:
  struct Message {
    std::uint64_t time;
    std::uint32_t size;
    std::uint32_t bytes;  ///< the first in the lowest bits; those of a sysex are kept elsewhere
  };
  static_assert(sizeof(Message) == 16);
  static constexpr std::size_t ring_size = 4096;

  void feed(std::span<const std::uint8_t> bytes) {
    State state = state_;  // in registers: bytes could be a part of this object
    for (const std::uint8_t byte : bytes) {
      if (byte < 0x80) {
        feed_data(state, byte);
      } else if (byte >= 0xF8) {
        if (byte != 0xF9 && byte != 0xFD) store(state, byte, 1);
      } else {
        feed_status(state, byte);
      }
    }
    state_ = state;
  }

  [[nodiscard]] std::uint64_t messages() const { return state_.stored; }
  [[nodiscard]] const std::vector<Message>& ring() const { return ring_; }

 private:
  struct State {
    std::uint64_t stored = 0;
    std::uint32_t message = 0;
    std::uint32_t have = 0;
    std::uint32_t need = 0;  // 0 while there is no status
    bool in_sysex = false;
  };

  void feed_data(State& state, std::uint8_t byte) {
    if (state.in_sysex) {
      sysex_.push_back(byte);
    } else if (state.need != 0) {
      state.message |= std::uint32_t{byte} << (8 * state.have);
      if (++state.have == state.need) end_message(state);
    }
  }

  void feed_status(State& state, std::uint8_t byte) {
    if (state.in_sysex) {
      sysex_.push_back(0xF7);
      store(state, 0xF0, static_cast<std::uint32_t>(sysex_.size()));
    }
    state.message = byte;
    state.have = 1;
    state.need = length(byte);
    state.in_sysex = byte == 0xF0;
    if (state.in_sysex) sysex_.assign(1, byte);
    if (state.need == 1) end_message(state);
  }

  void end_message(State& state) {
    store(state, state.message, state.need);
    state.message &= 0xFF;
    state.have = 1;
    if (state.message >= 0xF0) state.need = 0;  // no running status
  }

  /// With the status; 0 for what is no message by itself.
  [[nodiscard]] static std::uint32_t length(std::uint8_t status) {
    if (status < 0xF0) return (status & 0xE0) == 0xC0 ? 2 : 3;
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

  void store(State& state, std::uint32_t bytes, std::uint32_t size) {
    ring_[state.stored++ % ring_size] = {0, size, bytes};
  }

  std::vector<Message> ring_ = std::vector<Message>(ring_size);
  State state_;
  std::vector<std::uint8_t> sysex_;
};

}  // namespace bench
