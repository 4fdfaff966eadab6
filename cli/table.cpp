// SPDX-License-Identifier: MIT
#include "cli/table.hpp"

#include <algorithm>

#include "cli/text.hpp"

namespace mido::cli {

Table::Table(const std::vector<std::string_view>& heads) {
  auto& row = rows_.emplace_back();
  for (std::string_view head : heads) {
    at_right_.push_back(head.starts_with('>'));
    if (at_right_.back()) head.remove_prefix(1);
    row.emplace_back(head);
  }
}

std::string Table::text(std::string_view indent) const {
  std::vector<std::size_t> widths(at_right_.size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string result;
  for (const auto& row : rows_) {
    std::string line(indent);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string space(widths[i] - display_width(row[i]), ' ');
      line += (i == 0 ? "" : "  ") + (at_right_[i] ? space + row[i] : row[i] + space);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    result += line + "\n";
  }
  return result;
}

}  // namespace mido::cli
