// SPDX-License-Identifier: MIT
#include "cli/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace mido::cli {

namespace {

constexpr char32_t replacement = U'\uFFFD';

struct Sequence {
  char32_t character;
  std::size_t length;
};

/// The character that starts `bytes`; nothing when that is no valid UTF-8.
std::optional<Sequence> decode_utf8(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (byte(0) < 0x80) return Sequence{byte(0), 1};
  const std::size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || bytes.size() < length) return std::nullopt;
  char32_t character = byte(0) & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return std::nullopt;
    character = (character << 6) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character < smallest[length] || character > 0x10FFFF || surrogate) return std::nullopt;
  return Sequence{character, length};
}

/// Nothing when the bytes are no valid UTF-8.
std::optional<std::u32string> from_utf8(std::string_view bytes) {
  std::u32string text;
  while (!bytes.empty()) {
    const auto sequence = decode_utf8(bytes);
    if (!sequence) return std::nullopt;
    text += sequence->character;
    bytes.remove_prefix(sequence->length);
  }
  return text;
}

std::u32string from_latin1(std::string_view bytes) {
  std::u32string text;
  for (const char byte : bytes) text += static_cast<unsigned char>(byte);
  return text;
}

/// Wide and full width characters, by their large blocks (Unicode, UAX #11).
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t display_width(std::u32string_view text) {
  return text.size() + static_cast<std::size_t>(std::ranges::count_if(text, is_wide));
}

bool is_blank(char32_t c) { return c == 0 || c == U' ' || (c >= 9 && c <= 13); }

/// Controls of the terminal, and those that change the direction of the text around them.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// Whole seconds; what is not finite or out of reach counts as 0.
long long whole_seconds(Seconds time) {
  const double seconds = time.count();
  return seconds > 0 && seconds < 1e15 ? static_cast<long long>(seconds) : 0;
}

}  // namespace

std::u32string to_utf32(std::string_view bytes) {
  auto text = from_utf8(bytes);
  return text ? *std::move(text) : from_latin1(bytes);
}

std::string to_utf8(std::string_view bytes) {
  if (from_utf8(bytes)) return std::string(bytes);
  std::string result;
  for (const char32_t character : from_latin1(bytes)) append_utf8(result, character);
  return result;
}

std::string printable(std::string_view bytes) {
  std::u32string text = to_utf32(bytes);
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, is_blank));
  std::string result;
  for (const char32_t character : text) {
    const char32_t shown = is_blank(character) ? U' ' : character;
    append_utf8(result, is_control(shown) ? replacement : shown);
  }
  return result;
}

std::string clock_time(Seconds time) {
  const long long seconds = whole_seconds(time);
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string minutes_and_seconds(Seconds time) {
  const long long seconds = whole_seconds(time);
  const auto count = [](long long n, const char* unit) {
    return count_of(static_cast<std::uint64_t>(n), unit);
  };
  return count(seconds / 60, "minute") + ", " + count(seconds % 60, "second");
}

std::string count_of(std::uint64_t number, std::string_view thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::size_t display_width(std::string_view text) { return display_width(to_utf32(text)); }

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string result;
  std::size_t used = 1;
  for (const char32_t character : to_utf32(text)) {
    used += is_wide(character) ? 2U : 1U;
    if (used > width) break;
    append_utf8(result, character);
  }
  return result + "…";
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const auto distance = [&](std::string_view other) { return edit_distance(word, other); };
  const auto best = std::ranges::min_element(candidates, {}, distance);
  const bool similar = best != candidates.end() && distance(*best) <= best->size() / 2;
  return similar ? *best : std::string_view();
}

void append_utf8(std::string& out, char32_t character) {
  const auto append = [&](char32_t bits) { out += static_cast<char>(bits); };
  if (character < 0x80) return append(character);
  if (character < 0x800) {
    append(0xC0 | (character >> 6));
  } else {
    if (character < 0x10000) {
      append(0xE0 | (character >> 12));
    } else {
      append(0xF0 | (character >> 18));
      append(0x80 | ((character >> 12) & 0x3F));
    }
    append(0x80 | ((character >> 6) & 0x3F));
  }
  append(0x80 | (character & 0x3F));
}

}  // namespace mido::cli
