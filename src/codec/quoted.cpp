// SPDX-License-Identifier: MIT
#include "codec/quoted.hpp"

#include <cstdint>

#include "values/escape.hpp"
#include "values/utf8.hpp"

namespace mido::detail {

namespace {

// The character as it stands between quotes; `raw` is how it stands in UTF-8.
std::string shown(char32_t point, std::string_view raw, char quote) {
  if (std::string named = named_escape(point, quote); !named.empty()) return named;
  return is_invisible(point) ? hex_escape(point) : std::string(raw);
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
    const Utf8Character character = utf8 ? *decode_utf8(text) : Utf8Character{byte, 1};
    const std::string raw = utf8 ? std::string(text.substr(0, character.size)) : encode_utf8(byte);
    result += shown(character.point, raw, quote);
    text.remove_prefix(character.size);
  }
  return result + quote;
}

}  // namespace mido::detail
