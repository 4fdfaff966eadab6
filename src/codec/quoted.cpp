// SPDX-License-Identifier: MIT
#include "codec/quoted.hpp"

#include <cstdint>

#include "codec/utf8.hpp"

namespace mido::detail {

namespace {

std::string hex_escape(char32_t point) {
  static constexpr std::string_view digits = "0123456789abcdef";
  return {'\\', 'x', digits[(point >> 4) & 15], digits[point & 15]};
}

// The character as it stands between quotes; `raw` is how it stands in UTF-8.
std::string escaped(char32_t point, std::string_view raw, char quote) {
  switch (point) {
    case U'\n':
      return "\\n";
    case U'\r':
      return "\\r";
    case U'\t':
      return "\\t";
    case U'\\':
      return "\\\\";
    default:
      break;
  }
  if (point == static_cast<char32_t>(quote)) return std::string{'\\', quote};
  const bool control = point < 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xAD;
  return control ? hex_escape(point) : std::string(raw);
}

}  // namespace

std::string quoted(std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find('"') != std::string_view::npos;
  const char quote = has_single && !has_double ? '"' : '\'';
  const bool utf8 = is_utf8(text);
  std::string result(1, quote);
  while (!text.empty()) {
    const auto byte = static_cast<std::uint8_t>(text.front());
    const Utf8Character decoded = utf8 ? *decode_utf8(text) : Utf8Character{byte, 1};
    const std::string raw = utf8 ? std::string(text.substr(0, decoded.size)) : encode_utf8(byte);
    result += escaped(decoded.point, raw, quote);
    text.remove_prefix(decoded.size);
  }
  return result + quote;
}

}  // namespace mido::detail
