// SPDX-License-Identifier: MIT
#include "codec/quoted.hpp"

#include <cstdint>

#include "values/escape.hpp"
#include "values/utf8.hpp"

namespace mido::detail {

namespace {

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto character = first_utf8(text);
    if (!character) return false;
    text.remove_prefix(character->size);
  }
  return true;
}

// The character as it stands between quotes; `raw` is how it stands in UTF-8.
std::string shown(char32_t point, std::string_view raw, char quote) {
  if (std::string named = named_escape(point, quote); !named.empty()) return named;
  return is_invisible(point) ? hex_escape(point) : std::string(raw);
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
    const Utf8Character character = utf8 ? *first_utf8(text) : Utf8Character{byte, 1};
    const std::string raw =
        utf8 ? std::string(text.substr(0, character.size)) : latin1_as_utf8(byte);
    result += shown(character.point, raw, quote);
    text.remove_prefix(character.size);
  }
  return result + quote;
}

}  // namespace mido::detail
