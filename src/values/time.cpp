// SPDX-License-Identifier: MIT
#include "mido/values/time.hpp"

#include <cmath>
#include <limits>

#include "values/float_text.hpp"

namespace mido {

namespace {

// 2^63 is the first double that does not fit.
constexpr double int64_limit = 9223372036854775808.0;

bool is_whole(double value) noexcept {
  return value >= -int64_limit && value < int64_limit && std::trunc(value) == value;
}

}  // namespace

std::int64_t Time::cut() const noexcept {
  const double value = seconds();
  if (std::isnan(value)) return 0;
  if (value >= int64_limit) return std::numeric_limits<std::int64_t>::max();
  if (value < -int64_limit) return std::numeric_limits<std::int64_t>::min();
  return static_cast<std::int64_t>(value);
}

bool operator==(Time a, Time b) noexcept {
  if (a.is_float_ == b.is_float_) {
    return a.is_float_ ? a.seconds() == b.seconds() : a.bits_ == b.bits_;
  }
  // Converting the integer would lose its low bits: convert the float, where that is exact.
  const double real = a.is_float_ ? a.seconds() : b.seconds();
  const std::int64_t integer = a.is_float_ ? b.bits_ : a.bits_;
  return is_whole(real) && static_cast<std::int64_t>(real) == integer;
}

std::string to_string(Time time) {
  return time.is_float() ? detail::float_text(time.seconds()) : std::to_string(time.ticks());
}

}  // namespace mido

std::size_t std::hash<mido::Time>::operator()(mido::Time time) const noexcept {
  if (time.is_float() && !mido::is_whole(time.seconds())) return hash<double>{}(time.seconds());
  return hash<std::int64_t>{}(time.ticks());
}
