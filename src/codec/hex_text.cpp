// SPDX-License-Identifier: MIT
#include "codec/hex_text.hpp"

#include <string>
#include <string_view>

#include "mido/values/errors.hpp"

namespace mido::detail {

namespace {

using Text = std::span<const std::uint8_t>;

// What Python's \s takes of latin-1.
bool is_space(std::uint8_t c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0;
}

constexpr int no_digit = -1;

int digit(std::uint8_t c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return no_digit;
}

// Lines end as on any system: LF, CR LF or CR.
std::string place(Text text, std::size_t at) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < at; ++i) {
    const bool ends_line = text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    line += ends_line ? 1 : 0;
    column = ends_line ? 1 : column + 1;
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string shown(std::uint8_t c) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  if (c >= 0x20 && c < 0x7F) return {'\'', static_cast<char>(c), '\''};
  return {'b', 'y', 't', 'e', ' ', digits[c >> 4], digits[c & 15]};
}

int checked_digit(Text text, std::size_t at) {
  const int value = digit(text[at]);
  if (value != no_digit) return value;
  throw ValueError(place(text, at) + ": " + shown(text[at]) + " is no hexadecimal digit");
}

}  // namespace

void read_hex_text(Text text, const std::function<void(std::uint8_t, std::size_t)>& sink) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_space(text[at])) continue;
    const std::size_t begin = at;
    const int high = checked_digit(text, at);
    if (++at == text.size() || is_space(text[at])) {
      throw ValueError(place(text, begin) + ": a byte has two hexadecimal digits");
    }
    sink(static_cast<std::uint8_t>((high << 4) | checked_digit(text, at)), begin);
  }
}

}  // namespace mido::detail
