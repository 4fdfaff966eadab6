// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mido/messages/base_message.hpp"

namespace mido::detail {

/// `name=value` as it stands in a text.
struct Word {
  std::string_view name;
  std::string_view value;
};

/// Takes the text of one message apart: `type name=value name=value`, with whitespace between.
class Words {
 public:
  /// Throws ValueError when there is nothing. Only refers to the text.
  explicit Words(std::string_view text);

  [[nodiscard]] std::string_view type() const noexcept { return type_; }
  /// The next one, or nothing at the end. Throws ValueError for what is no `name=value` and for a
  /// name that has been there.
  [[nodiscard]] std::optional<Word> next();

 private:
  void check_new(std::string_view name);
  [[nodiscard]] std::string_view take(std::size_t size);
  void skip_whitespace();

  std::string_view rest_;
  std::string_view type_;
  std::vector<std::string_view> seen_;
};

/// What the word says: a number, bytes as `(1,2)` or a text in double quotes; its name may ask for
/// one of them. Throws ValueError, for a byte over `largest_byte` too.
[[nodiscard]] Attribute to_attribute(const Word& word, int largest_byte);

/// "note_on channel=0 note=60 velocity=64": the reverse, without the time.
[[nodiscard]] std::string type_and_attributes(const BaseMessage& message);

}  // namespace mido::detail
