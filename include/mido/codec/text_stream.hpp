// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "mido/messages/message.hpp"

namespace mido {

/// The part of a line that is no comment: up to a `#` outside of double quotes.
[[nodiscard]] std::string_view without_comment(std::string_view line) noexcept;

/// One line of a text: a message, or what is wrong with it.
struct TextLine {
  std::size_t number = 0;  ///< from 1, empty lines and comments counted
  std::optional<Message> message;
  std::string error;  ///< "line 3: invalid time 'x'"; empty when there is a message
};

/// The lines of a text that say something: an input range, to be gone through once.
class TextLines {
 public:
  /// `stream` must live as long as this.
  explicit TextLines(std::istream& stream) : stream_(&stream) {}

  class Iterator;
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  /// Goes on to the next line that says something; false at the end.
  bool next();

  std::istream* stream_;
  TextLine line_;
};

class TextLines::Iterator {
 public:
  using value_type = TextLine;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(TextLines& lines) : lines_(&lines) { ++*this; }
  [[nodiscard]] const TextLine& operator*() const noexcept { return lines_->line_; }
  [[nodiscard]] const TextLine* operator->() const noexcept { return &**this; }
  Iterator& operator++() {
    if (!lines_->next()) lines_ = nullptr;
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return it.lines_ == nullptr;
  }

 private:
  TextLines* lines_ = nullptr;
};

inline TextLines::Iterator TextLines::begin() { return Iterator(*this); }

/// Reads one message a line, as parse_string() does. Empty lines are skipped, and comments from `#`
/// to the end of the line; a line that is no message is given with its error, and the next one
/// after it.
[[nodiscard]] inline TextLines parse_string_stream(std::istream& stream) {
  return TextLines(stream);
}

}  // namespace mido
