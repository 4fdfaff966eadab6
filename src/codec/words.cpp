// SPDX-License-Identifier: MIT
#include "codec/words.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "codec/quoted.hpp"
#include "values/escape.hpp"
#include "values/whitespace.hpp"

namespace mido::detail {

namespace {

// More than any message has; without a limit, looking for a name that appears twice takes long.
constexpr std::size_t most_words = 100;

// Whether all of the text is a number.
template <class Number>
bool read(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  return result.ec == std::errc() && result.ptr == end;
}

std::optional<Time> to_number(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  std::int64_t integer = 0;
  if (read(text, integer)) return Time(integer);
  const bool has_fraction = text.find_first_not_of("-0123456789") != std::string_view::npos;
  const bool has_parenthesis = text.find('(') != std::string_view::npos;  // nan(…)
  double real = 0;
  if (has_fraction && !has_parenthesis && read(text, real)) return Time(real);
  return std::nullopt;
}

Bytes to_bytes(std::string_view text, int largest) {
  if (text.size() < 2 || text.front() != '(' || text.back() != ')') {
    throw ValueError("missing parentheses in data message");
  }
  Bytes result;
  for (text = text.substr(1, text.size() - 2); !text.empty() || !result.empty();) {
    const std::size_t comma = std::min(text.find(','), text.size());
    int byte = 0;
    if (!read(text.substr(0, comma), byte)) throw ValueError("unable to parse data bytes");
    if (byte < 0 || byte > largest) throw_out_of_range("data byte", 0, largest);
    result.push_back(static_cast<std::uint8_t>(byte));
    if (comma == text.size()) break;
    text.remove_prefix(comma + 1);
  }
  return result;
}

AttributeValue to_value(const Word& word, int largest_byte) {
  if (word.value.starts_with('"')) return unescaped(word.value);
  if (word.name == "data" || word.value.starts_with('(')) return to_bytes(word.value, largest_byte);
  if (const auto number = to_number(word.value)) return *number;
  throw ValueError("invalid " + std::string(word.name) + " " + quoted(word.value));
}

// An error names it, so it must be fit to be shown.
std::string_view checked_name(std::string_view name) {
  if (std::ranges::any_of(name, [](char c) { return c <= ' ' || c > '~'; })) {
    throw ValueError("invalid name " + quoted(name));
  }
  return name;
}

}  // namespace

Words::Words(std::string_view text) : rest_(text) {
  skip_whitespace();
  type_ = checked_name(take(std::min(rest_.find_first_of(whitespace), rest_.size())));
  if (type_.empty()) throw ValueError("a text without a message type");
}

std::optional<Word> Words::next() {
  skip_whitespace();
  if (rest_.empty()) return std::nullopt;
  const std::size_t end = std::min(rest_.find_first_of(whitespace), rest_.size());
  const std::size_t equals = rest_.substr(0, end).find('=');
  if (equals == std::string_view::npos) {
    throw ValueError("missing '=' in " + quoted(rest_.substr(0, end)));
  }
  const std::string_view name = checked_name(take(equals));
  static_cast<void>(take(1));
  check_new(name);
  const bool is_text = rest_.starts_with('"');
  const Word word{name, take(is_text ? escaped_size(rest_) : end - equals - 1)};
  if (!rest_.empty() && whitespace.find(rest_.front()) == std::string_view::npos) {
    throw ValueError("missing space after the text of " + std::string(name));
  }
  return word;
}

void Words::check_new(std::string_view name) {
  if (std::ranges::find(seen_, name) != seen_.end()) {
    throw ValueError(std::string(name) + " appears twice");
  }
  if (seen_.size() == most_words) throw ValueError("a text of too many words");
  seen_.push_back(name);
}

std::string_view Words::take(std::size_t size) {
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

void Words::skip_whitespace() {
  rest_.remove_prefix(std::min(rest_.find_first_not_of(whitespace), rest_.size()));
}

Attribute to_attribute(const Word& word, int largest_byte) {
  return {word.name, to_value(word, largest_byte)};
}

std::string type_and_attributes(const BaseMessage& message) {
  std::string result;
  result.reserve(80);  // most messages need less
  result += message.type();
  for (const auto& [name, value] : message.attributes()) {
    (result += ' ').append(name) += '=';
    result += to_string(value);
  }
  return result;
}

}  // namespace mido::detail
