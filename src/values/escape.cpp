// SPDX-License-Identifier: MIT
#include "values/escape.hpp"

#include <charconv>
#include <cstdint>

#include "mido/values/errors.hpp"
#include "values/utf8.hpp"

namespace mido::detail {

namespace {

std::string escaped_character(std::string_view bytes, char32_t point) {
  if (std::string named = named_escape(point, '"'); !named.empty()) return named;
  if (!is_invisible(point)) return std::string(bytes);
  std::string result;
  for (const char byte : bytes) result += hex_escape(static_cast<std::uint8_t>(byte));
  return result;
}

// Takes what follows a backslash from the front of `rest`.
char take_escape(std::string_view& rest) {
  const char name = rest.empty() ? '\0' : rest.front();
  std::uint8_t byte = 0;
  if (name == 'x' && rest.size() > 2) {
    const auto read = std::from_chars(rest.data() + 1, rest.data() + 3, byte, 16);
    if (read.ptr == rest.data() + 3) {
      rest.remove_prefix(3);
      return static_cast<char>(byte);
    }
  }
  static constexpr std::string_view names = "nrt\\\"";
  const auto known = names.find(name);
  if (known == std::string_view::npos) throw ValueError("invalid escape in a text");
  rest.remove_prefix(1);
  return "\n\r\t\\\""[known];
}

}  // namespace

std::string named_escape(char32_t point, char quote) {
  if (point == U'\n') return "\\n";
  if (point == U'\r') return "\\r";
  if (point == U'\t') return "\\t";
  if (point == U'\\') return "\\\\";
  if (point == static_cast<char32_t>(quote)) return {'\\', quote};
  return {};
}

bool is_invisible(char32_t point) noexcept {
  return point < 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xAD;
}

std::string hex_escape(char32_t point) {
  static constexpr std::string_view digits = "0123456789abcdef";
  return {'\\', 'x', digits[(point >> 4) & 15], digits[point & 15]};
}

std::string escaped(std::string_view bytes) {
  std::string result = "\"";
  while (!bytes.empty()) {
    const auto character = first_utf8(bytes);
    const std::size_t size = character ? character->size : 1;
    result += character ? escaped_character(bytes.substr(0, size), character->point)
                        : hex_escape(static_cast<std::uint8_t>(bytes.front()));
    bytes.remove_prefix(size);
  }
  return result + '"';
}

std::size_t escaped_size(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  throw ValueError("a text without its closing quote");
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (auto rest = text.substr(1, text.size() - 2); !rest.empty();) {
    const char c = rest.front();
    rest.remove_prefix(1);
    result += c == '\\' ? take_escape(rest) : c;
  }
  return result;
}

}  // namespace mido::detail
