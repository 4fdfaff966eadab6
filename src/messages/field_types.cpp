// SPDX-License-Identifier: MIT
#include "mido/messages/field_types.hpp"

#include <cmath>

namespace mido {

DataBytes::DataBytes(CheckedBytes wanted) : bytes_(wanted.bytes.begin(), wanted.bytes.end()) {
  if (std::ranges::any_of(bytes_, [](std::uint8_t byte) { return byte > DataByte::max; })) {
    detail::throw_out_of_range(DataByteTag::label, DataByte::min, DataByte::max);
  }
}

Denominator Denominator::from_value(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  const bool in_range = exponent >= 1 && exponent <= 256;
  if (fraction != 0.5 || !in_range) throw ValueError("denominator must be a power of 2");
  return from_exponent(static_cast<std::uint8_t>(exponent - 1));
}

double Denominator::value() const noexcept { return std::ldexp(1.0, exponent_); }

}  // namespace mido
