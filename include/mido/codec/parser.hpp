// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "mido/codec/tokenizer.hpp"
#include "mido/messages/message.hpp"

namespace mido {

/// Turns a live stream of bytes into messages, in any portions.
/// Thread-safe: no. Realtime-safe: no, it allocates.
class Parser {
 public:
  Parser() = default;
  /// `running_status` may be that of the original, which ignores it.
  explicit Parser(RunningStatus running_status) : tokenizer_(running_status) {}
  /// Already fed with `bytes`.
  explicit Parser(std::span<const std::uint8_t> bytes,
                  RunningStatus running_status = RunningStatus::expand)
      : tokenizer_(running_status) {
    feed(bytes);
  }

  /// Takes any bytes; see Tokenizer for what becomes of those that are no message.
  void feed(std::span<const std::uint8_t> bytes) {
    if (taken_ == messages_.size()) drop_taken();
    tokenizer_.feed(bytes, [this](Message&& message) { messages_.push_back(std::move(message)); });
  }
  void feed_byte(std::uint8_t byte) { feed({&byte, 1}); }

  /// The next message, or nothing when there is none yet.
  [[nodiscard]] std::optional<Message> get_message() {
    if (pending() == 0) return std::nullopt;
    std::optional<Message> result(std::move(messages_[taken_++]));
    if (taken_ >= most_taken && taken_ >= messages_.size() / 2) drop_taken();
    return result;
  }

  /// `for (const auto& message : parser)`: takes the messages out that are there now.
  class Iterator;
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

  /// How many messages get_message() can give now.
  [[nodiscard]] std::size_t pending() const noexcept { return messages_.size() - taken_; }

  /// How many bytes belonged to no message so far; see Tokenizer::skipped().
  [[nodiscard]] std::uint64_t skipped() const noexcept { return tokenizer_.skipped(); }

 private:
  static constexpr std::size_t most_taken = 4096;

  void drop_taken() {
    messages_.erase(messages_.begin(), messages_.begin() + static_cast<std::ptrdiff_t>(taken_));
    taken_ = 0;
  }

  Tokenizer tokenizer_;
  // Those in front that get_message() has given are dropped many at a time.
  std::vector<Message> messages_;
  std::size_t taken_ = 0;
};

class Parser::Iterator {
 public:
  using value_type = Message;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(Parser& parser) : parser_(&parser) { ++*this; }
  [[nodiscard]] const Message& operator*() const noexcept { return *current_; }
  [[nodiscard]] const Message* operator->() const noexcept { return &*current_; }
  Iterator& operator++() {
    current_ = parser_->get_message();
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return !it.current_;
  }

 private:
  Parser* parser_ = nullptr;
  std::optional<Message> current_;
};

inline Parser::Iterator Parser::begin() { return Iterator(*this); }

/// The first message in the bytes, or nothing when there is none; what follows is ignored.
[[nodiscard]] inline std::optional<Message> parse(std::span<const std::uint8_t> bytes) {
  return Parser(bytes).get_message();
}

/// All messages in the bytes. For a stream that comes in portions there is Parser.
[[nodiscard]] inline std::vector<Message> parse_all(std::span<const std::uint8_t> bytes) {
  std::vector<Message> messages;
  Parser parser(bytes);
  for (const Message& message : parser) messages.push_back(message);
  return messages;
}

}  // namespace mido
