// SPDX-License-Identifier: MIT
#include "mido/messages/attribute.hpp"

#include <ostream>

#include "values/escape.hpp"
#include "values/number_list.hpp"

namespace mido {

namespace {

template <class T, class Variant>
const T& get_or_throw(const Variant& value, const char* error) {
  if (const T* found = std::get_if<T>(&value)) return *found;
  throw ValueError(error);
}

}  // namespace

AttributeValue::AttributeValue(Time time) : value_(std::int64_t{0}) {
  if (time.is_float()) {
    value_ = time.seconds();
  } else {
    value_ = time.ticks();
  }
}

std::int64_t AttributeValue::as_integer() const {
  return get_or_throw<std::int64_t>(value_, "attribute must be an integer");
}

double AttributeValue::as_float() const {
  if (is_integer()) return static_cast<double>(std::get<std::int64_t>(value_));
  return get_or_throw<double>(value_, "attribute must be a number");
}

const std::string& AttributeValue::as_text() const& {
  return get_or_throw<std::string>(value_, "attribute must be a string");
}

std::string AttributeValue::as_text() && { return std::as_const(*this).as_text(); }

const Bytes& AttributeValue::as_bytes() const& {
  return get_or_throw<Bytes>(value_, "attribute must be bytes");
}

Bytes AttributeValue::as_bytes() && { return std::as_const(*this).as_bytes(); }

Time AttributeValue::as_time() const {
  if (is_integer()) return std::get<std::int64_t>(value_);
  return get_or_throw<double>(value_, "time must be int or float");
}

bool operator==(const AttributeValue& a, const AttributeValue& b) noexcept {
  const bool numbers = a.value_.index() <= 1 && b.value_.index() <= 1;
  return numbers ? a.as_time() == b.as_time() : a.value_ == b.value_;
}

std::string to_string(const AttributeValue& value) {
  if (value.is_text()) return detail::escaped(value.as_text());
  if (!value.is_bytes()) return to_string(value.as_time());
  return "(" + detail::number_list(value.as_bytes(), ",") + ")";
}

std::ostream& operator<<(std::ostream& out, const AttributeValue& value) {
  return out << to_string(value);
}

}  // namespace mido
