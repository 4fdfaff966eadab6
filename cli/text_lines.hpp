// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mido::cli {

/// The words of a line. What stands between double quotes is no end of a word; a word that begins
/// with '#' begins a comment.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view line);

/// A number: decimal, or hexadecimal after "0x". Nothing when the text is none.
[[nodiscard]] std::optional<unsigned> number_of(std::string_view text);

/// Gives the lines of a text, one after the other.
class TextLines {
 public:
  explicit TextLines(std::string_view text) : rest_(text) {}

  /// Nothing at the end.
  [[nodiscard]] std::optional<std::string_view> next();
  /// Of the line given last, from 1.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

}  // namespace mido::cli
