// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "mido/values/time.hpp"

namespace mido {

/// Bytes of any value, 0..255.
using Bytes = std::vector<std::uint8_t>;

/// The value of an attribute read or set by name: an integer, a float, a text or bytes.
/// Integers and floats compare by value, as in Python.
class AttributeValue {
 public:
  AttributeValue(std::integral auto value) : value_(Time(value).ticks()) {}
  AttributeValue(std::floating_point auto value) : value_(static_cast<double>(value)) {}
  template <class Tag, int Min, int Max>
  AttributeValue(Bounded<Tag, Min, Max> value) : AttributeValue(int{value}) {}
  AttributeValue(Time time);
  AttributeValue(const char* text) : value_(std::string(text)) {}
  AttributeValue(std::string_view text) : value_(std::string(text)) {}
  AttributeValue(std::string text) : value_(std::move(text)) {}
  AttributeValue(Bytes bytes) : value_(std::move(bytes)) {}

  [[nodiscard]] bool is_integer() const noexcept { return value_.index() == 0; }
  [[nodiscard]] bool is_float() const noexcept { return value_.index() == 1; }
  [[nodiscard]] bool is_text() const noexcept { return value_.index() == 2; }
  [[nodiscard]] bool is_bytes() const noexcept { return value_.index() == 3; }

  /// Each throws ValueError when the value is of another kind; as_float() takes integers too.
  [[nodiscard]] std::int64_t as_integer() const;
  [[nodiscard]] double as_float() const;
  [[nodiscard]] const std::string& as_text() const&;
  [[nodiscard]] std::string as_text() &&;
  [[nodiscard]] const Bytes& as_bytes() const&;
  [[nodiscard]] Bytes as_bytes() &&;
  [[nodiscard]] Time as_time() const;

  friend bool operator==(const AttributeValue& a, const AttributeValue& b) noexcept;

  /// On one line, as a text format has it: `60`, `0.5`, `(1,2)`, or a text in double quotes in
  /// which all that is no visible UTF-8 is escaped: `"a \n \xe9"`.
  friend std::string to_string(const AttributeValue& value);
  friend std::ostream& operator<<(std::ostream& out, const AttributeValue& value);

 private:
  std::variant<std::int64_t, double, std::string, Bytes> value_;
};

/// An attribute by name, as in `message.copy({{"note", 61}})`.
struct Attribute {
  std::string_view name;
  AttributeValue value;
};

/// A list of attributes, as functions take it: `{{"note", 61}, {"velocity", 20}}`, or a vector as
/// attributes() returns it. Only refers to them.
class Attributes {
 public:
  Attributes() = default;
  Attributes(std::initializer_list<Attribute> list) : list_(list.begin(), list.size()) {}
  Attributes(std::span<const Attribute> list) : list_(list) {}
  Attributes(const std::vector<Attribute>& list) : list_(list) {}

  [[nodiscard]] auto begin() const noexcept { return list_.begin(); }
  [[nodiscard]] auto end() const noexcept { return list_.end(); }

 private:
  std::span<const Attribute> list_;
};

}  // namespace mido
