// SPDX-License-Identifier: MIT
#include "codec/kept_bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "mido/codec/charset.hpp"

namespace mido::detail {

namespace {

// No charset has a longer character, GB 18030 and EUC-TW have as long ones.
constexpr std::size_t longest_character = 4;

std::string kept(char byte) {
  return encode_utf8(Charset::first_kept_byte + static_cast<std::uint8_t>(byte));
}

bool is_kept_byte(char32_t point) {
  return point >= Charset::first_kept_byte && point < Charset::first_kept_byte + 256;
}

// Where the next kept byte begins, or the end.
std::size_t find_kept_byte(std::string_view utf8) {
  static const std::string lead = kept('\0').substr(0, 2);
  for (std::size_t at = 0;; at += lead.size()) {
    at = utf8.find(lead, at);
    if (at == std::string_view::npos) return utf8.size();
    if (is_kept_byte(decode_utf8(utf8.substr(at))->point)) return at;
  }
}

// Only what comes back as the same bytes.
std::optional<std::string> decode_exactly(Conversion& conversion, std::string_view bytes) {
  auto text = conversion.to_utf8(bytes);
  if (!text || find_kept_byte(*text) != text->size()) return std::nullopt;
  if (conversion.from_utf8(*text) != bytes) return std::nullopt;
  return text;
}

// The first character, which is taken away from `bytes`; else the first byte.
std::string take_character(Conversion& conversion, std::string_view& bytes) {
  for (std::size_t size = 1; size <= std::min(longest_character, bytes.size()); ++size) {
    auto character = decode_exactly(conversion, bytes.substr(0, size));
    if (!character || character->empty()) continue;
    bytes.remove_prefix(size);
    return *std::move(character);
  }
  const char byte = bytes.front();
  bytes.remove_prefix(1);
  return kept(byte);
}

}  // namespace

std::string decode_keeping_bytes(Conversion& conversion, std::string_view bytes) {
  if (auto whole = decode_exactly(conversion, bytes)) return *std::move(whole);
  std::string result;
  for (std::string_view left = bytes; !left.empty();) result += take_character(conversion, left);
  if (encode_kept_bytes(conversion, result) == bytes) return result;
  // Characters whose bytes depend on those before them.
  result.clear();
  for (const char byte : bytes) result += kept(byte);
  return result;
}

std::optional<std::string> encode_kept_bytes(Conversion& conversion, std::string_view utf8) {
  std::string result;
  while (!utf8.empty()) {
    const std::size_t size = find_kept_byte(utf8);
    const auto piece = conversion.from_utf8(utf8.substr(0, size));
    if (!piece) return std::nullopt;
    result += *piece;
    utf8.remove_prefix(size);
    if (utf8.empty()) break;
    const Utf8Character byte = *decode_utf8(utf8);
    result += static_cast<char>(byte.point - Charset::first_kept_byte);
    utf8.remove_prefix(byte.size);
  }
  return result;
}

std::string first_foreign_character(Conversion& conversion, std::string_view utf8) {
  while (!utf8.empty()) {
    const std::string_view character = utf8.substr(0, decode_utf8(utf8)->size);
    if (!encode_kept_bytes(conversion, character)) return std::string(character);
    utf8.remove_prefix(character.size());
  }
  return {};
}

}  // namespace mido::detail
