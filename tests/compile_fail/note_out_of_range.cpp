// SPDX-License-Identifier: MIT
// expect: throw_out_of_range
#include "mido/messages/field_types.hpp"

mido::Note make() {
#ifdef MIDO_CONTROL
  return 127;
#else
  return 128;
#endif
}
