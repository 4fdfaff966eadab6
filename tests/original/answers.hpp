// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the library says to a question of compare.py. Every answer is a JSON value.
namespace original {

/// Those of a question, as they stand in its line.
using Arguments = std::span<const std::string>;

struct Question {
  std::string_view name;
  std::string (*answer)(Arguments arguments);
};

/// All questions about messages, files and units.
[[nodiscard]] std::span<const Question> message_questions();
[[nodiscard]] std::span<const Question> file_questions();
[[nodiscard]] std::span<const Question> unit_questions();

}  // namespace original
