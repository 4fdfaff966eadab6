// SPDX-License-Identifier: MIT
#include "mido/codec/text_stream.hpp"

#include <istream>

#include "mido/codec/text.hpp"
#include "values/whitespace.hpp"

namespace mido {

std::string_view without_comment(std::string_view line) noexcept {
  bool in_text = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '#' && !in_text) return line.substr(0, at);
    if (c == '"') in_text = !in_text;
    if (c == '\\' && in_text) ++at;
  }
  return line;
}

bool TextLines::next() {
  for (std::string line; std::getline(*stream_, line);) {
    ++line_.number;
    const std::string_view text = without_comment(line);
    if (text.find_first_not_of(detail::whitespace) == std::string_view::npos) continue;
    line_.message.reset();
    line_.error.clear();
    try {
      line_.message = parse_string(text);
    } catch (const ValueError& error) {
      line_.error = "line " + std::to_string(line_.number) + ": " + error.what();
    }
    return true;
  }
  return false;
}

}  // namespace mido
