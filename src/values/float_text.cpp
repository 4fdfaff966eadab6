// SPDX-License-Identifier: MIT
#include "values/float_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace mido::detail {

namespace {

// Python leaves fixed notation below 1e-4 and from 1e16 on.
constexpr int least_fixed_exponent = -4;
constexpr int first_scientific_exponent = 16;

std::string fixed(std::string digits, int exponent) {
  if (exponent < 0)
    return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) return digits + std::string(whole - digits.size(), '0') + ".0";
  return digits.insert(whole, 1, '.');
}

std::string scientific(std::string digits, int exponent) {
  if (digits.size() > 1) digits.insert(1, 1, '.');
  const std::string size = std::to_string(std::abs(exponent));
  return digits + (exponent < 0 ? "e-" : "e+") + (size.size() < 2 ? "0" : "") + size;
}

}  // namespace

std::string float_text(double value) {
  if (std::isnan(value)) return "nan";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "inf";

  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                 std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const auto e = text.find('e');
  int exponent = 0;
  const auto skip = e + (text[e + 1] == '+' ? 2U : 1U);
  std::from_chars(text.data() + skip, text.data() + text.size(), exponent);

  std::string digits(text.substr(0, 1));
  if (e > 1) digits += text.substr(2, e - 2);
  const bool is_fixed = exponent >= least_fixed_exponent && exponent < first_scientific_exponent;
  return sign +
         (is_fixed ? fixed(std::move(digits), exponent) : scientific(std::move(digits), exponent));
}

}  // namespace mido::detail
