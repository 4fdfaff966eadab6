// SPDX-License-Identifier: MIT
#include "mido/messages/field_types.hpp"

#include <cmath>

namespace mido {

DataBytes::DataBytes(CheckedBytes wanted) : bytes_(wanted.bytes.begin(), wanted.bytes.end()) {
  if (std::ranges::any_of(bytes_, [](std::uint8_t byte) { return byte > DataByte::max; })) {
    detail::throw_out_of_range(DataByteTag::label, DataByte::min, DataByte::max);
  }
}

double Denominator::value() const noexcept { return std::ldexp(1.0, exponent_); }

}  // namespace mido
