// SPDX-License-Identifier: MIT
#include "codec/quoted.hpp"

#include <cstdint>
#include <optional>

namespace mido::detail {

namespace {

struct Decoded {
  char32_t point;
  std::size_t size;
};

std::size_t sequence_size(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

// The first character of `text` (Unicode 15, table 3-7), or nothing when it is no UTF-8.
std::optional<Decoded> decode_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::size_t size = sequence_size(byte(0));
  if (size == 0 || size > text.size()) return std::nullopt;
  if (size == 1) return Decoded{byte(0), 1};
  char32_t point = byte(0) & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return std::nullopt;
    point = (point << 6) | (byte(i) & 0x3F);
  }
  const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  if (overlong || surrogate || point > 0x10FFFF) return std::nullopt;
  return Decoded{point, size};
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    if (!decoded) return false;
    text.remove_prefix(decoded->size);
  }
  return true;
}

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

std::string latin1_as_utf8(std::uint8_t byte) {
  if (byte < 0x80) return {static_cast<char>(byte)};
  return {static_cast<char>(0xC0 | (byte >> 6)), static_cast<char>(0x80 | (byte & 0x3F))};
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
    const Decoded decoded = utf8 ? *decode_utf8(text) : Decoded{byte, 1};
    const std::string raw = utf8 ? std::string(text.substr(0, decoded.size)) : latin1_as_utf8(byte);
    result += escaped(decoded.point, raw, quote);
    text.remove_prefix(decoded.size);
  }
  return result + quote;
}

}  // namespace mido::detail
