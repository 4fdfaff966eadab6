// SPDX-License-Identifier: MIT
// expect: throw_out_of_range
#include "mido/messages/field_types.hpp"

// 2^32 + 60: in range, were it cut to an int.
mido::Note make() {
#ifdef MIDO_CONTROL
  return 60LL;
#else
  return 4294967356LL;
#endif
}
