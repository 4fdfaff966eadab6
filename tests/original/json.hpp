// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mido/messages/attribute.hpp"

/// JSON and hexadecimal numbers, as far as answers need them.
namespace original {

constexpr std::string_view digits = "0123456789abcdef";

/// A string; bytes over 127 stay what they are.
inline std::string json_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (const auto byte = static_cast<unsigned char>(c); byte < 0x20) {
      result += "\\u00";
      result += digits[byte >> 4U];
      result += digits[byte & 15U];
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + '"';
}

/// A list of what `json` makes of each element.
template <class Range, class ToJson>
std::string json_list(const Range& range, const ToJson& json) {
  std::string result;
  for (const auto& element : range) result.append(result.empty() ? "[" : ",").append(json(element));
  return result.empty() ? "[]" : result + "]";
}

inline std::string json_bytes(std::span<const std::uint8_t> bytes) {
  std::string result = "\"";
  for (const std::uint8_t byte : bytes) {
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  }
  return result + '"';
}

/// The reverse, without the quotes.
inline mido::Bytes bytes_of(std::string_view hex) {
  mido::Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(digits.find(hex[i]) << 4U | digits.find(hex[i + 1])));
  }
  return bytes;
}

/// Texts come as hexadecimal numbers, since they may hold anything.
inline std::string text_of(std::string_view hex) {
  const mido::Bytes bytes = bytes_of(hex);
  return {bytes.begin(), bytes.end()};
}

}  // namespace original
