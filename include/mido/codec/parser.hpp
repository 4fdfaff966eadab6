// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include "mido/codec/tokenizer.hpp"
#include "mido/messages/message.hpp"

namespace mido {

/// Turns a live stream of bytes into messages, in any portions.
/// Thread-safe: no. Realtime-safe: no, it allocates.
class Parser {
 public:
  /// Takes any bytes; see Tokenizer for what becomes of those that are no message.
  void feed(std::span<const std::uint8_t> bytes) {
    tokenizer_.feed(bytes, [this](std::span<const std::uint8_t> message) {
      messages_.push_back(Message::from_bytes(message));
    });
  }
  void feed_byte(std::uint8_t byte) { feed({&byte, 1}); }

  /// The next message, or nothing when there is none yet.
  [[nodiscard]] std::optional<Message> get_message() {
    if (messages_.empty()) return std::nullopt;
    std::optional<Message> result(std::move(messages_.front()));
    messages_.pop_front();
    return result;
  }

  /// How many messages get_message() can give now.
  [[nodiscard]] std::size_t pending() const noexcept { return messages_.size(); }

 private:
  Tokenizer tokenizer_;
  std::deque<Message> messages_;
};

}  // namespace mido
