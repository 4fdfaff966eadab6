// SPDX-License-Identifier: MIT
// expect: denominator must be a power of 2
#include "mido/messages/meta_types.hpp"

mido::TimeSignature make() {
#ifdef MIDO_CONTROL
  return {.numerator = 3, .denominator = 4};
#else
  return {.numerator = 4, .denominator = 3};
#endif
}
