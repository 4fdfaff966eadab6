// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mido::cli {

/// Rows of text in columns that line up.
class Table {
 public:
  /// The heads of the columns; one that begins with '>' stands at the right with all below it.
  explicit Table(const std::vector<std::string_view>& heads);

  /// As many cells as there are heads.
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  /// Every row as a line, `indent` before it.
  [[nodiscard]] std::string text(std::string_view indent) const;

 private:
  std::vector<std::vector<std::string>> rows_;
  std::vector<bool> at_right_;
};

}  // namespace mido::cli
