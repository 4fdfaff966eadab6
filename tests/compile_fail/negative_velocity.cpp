// SPDX-License-Identifier: MIT
// expect: throw_out_of_range
#include "mido/messages/live_types.hpp"

mido::NoteOn make() {
#ifdef MIDO_CONTROL
  return {.velocity = 1};
#else
  return {.velocity = -1};
#endif
}
