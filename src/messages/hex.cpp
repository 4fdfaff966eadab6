// SPDX-License-Identifier: MIT
#include "messages/hex.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "values/whitespace.hpp"

namespace mido::detail {

namespace {

// What stands at `at` and is no digit: how many characters.
std::size_t gap(std::string_view text, std::size_t at, std::string_view separator) {
  const std::string_view rest = text.substr(at);
  if (!separator.empty() && rest.starts_with(separator)) return separator.size();
  return whitespace.find(rest.front()) == std::string_view::npos ? 0 : 1;
}

}  // namespace

Bytes bytes_from_hex(std::string_view text, std::string_view separator) {
  Bytes result;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t skip = gap(text, at, separator); skip != 0) {
      at += skip;
      continue;
    }
    std::uint8_t byte = 0;
    const char* begin = text.data() + at;
    const char* end = begin + std::min<std::size_t>(2, text.size() - at);
    const char* stop = std::from_chars(begin, end, byte, 16).ptr;
    if (stop != begin + 2) {
      throw ValueError("non-hexadecimal number found at position " +
                       std::to_string(stop - text.data()));
    }
    result.push_back(byte);
    at += 2;
  }
  return result;
}

}  // namespace mido::detail
