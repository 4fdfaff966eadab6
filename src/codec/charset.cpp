// SPDX-License-Identifier: MIT
#include "mido/codec/charset.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "codec/charset_guess.hpp"
#include "codec/conversion.hpp"
#include "codec/kept_bytes.hpp"
#include "mido/values/errors.hpp"

namespace mido {

namespace {

template <class Change>
std::string changed(std::string_view text, Change change) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), change);
  return result;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// The names to ask iconv for, the best first.
std::vector<std::string> candidates(std::string_view name) {
  std::string plain = changed(name, lower);
  std::erase_if(plain, [](char c) { return c == '-' || c == '_'; });
  const auto is_one_of = [&](std::initializer_list<std::string_view> aliases) {
    return std::ranges::find(aliases, plain) != aliases.end();
  };
  if (is_one_of({"latin1", "latin", "l1", "iso88591"})) return {std::string(detail::latin1_name)};
  if (is_one_of({"utf8", "u8"})) return {std::string(detail::utf8_name)};
  const std::string as_it_is = changed(name, upper);
  const std::string with_dashes = changed(as_it_is, [](char c) { return c == '_' ? '-' : c; });
  if (is_one_of({"shiftjis", "sjis", "windows31j"})) return {"CP932", as_it_is, with_dashes};
  return {as_it_is, with_dashes};
}

// Empty when nobody knows it.
std::string known_name(std::string_view name) {
  for (auto& candidate : candidates(name)) {
    if (detail::open_conversion(candidate)) return std::move(candidate);
  }
  return {};
}

}  // namespace

Charset::Charset(std::string_view name) : name_(known_name(name)) {
  if (name_.empty()) throw ValueError("unknown charset '" + std::string(name) + "'");
}

Charset Charset::latin1() { return Charset(detail::latin1_name); }
Charset Charset::utf8() { return Charset(detail::utf8_name); }

Charset Charset::detect(std::string_view bytes) {
  // ISO-2022-JP and its kind are ASCII with escape characters.
  constexpr char escape = '\x1B';
  if (detail::is_utf8(bytes) && bytes.find(escape) == std::string_view::npos) return utf8();
  const std::string guess = known_name(detail::guess_charset(bytes));
  return guess.empty() ? latin1() : Charset(guess);
}

std::string Charset::decode(std::string_view bytes) const {
  return detail::decode_keeping_bytes(*detail::open_conversion(name_), bytes);
}

std::string Charset::encode(std::string_view utf8) const {
  const std::size_t valid = detail::utf8_size(utf8);
  if (valid != utf8.size()) {
    throw ValueError("the text is no UTF-8 at byte " + std::to_string(valid));
  }
  const auto conversion = detail::open_conversion(name_);
  if (auto bytes = detail::encode_kept_bytes(*conversion, utf8)) return *std::move(bytes);
  throw ValueError("'" + detail::first_foreign_character(*conversion, utf8) +
                   "' cannot be written in charset " + name_);
}

}  // namespace mido
