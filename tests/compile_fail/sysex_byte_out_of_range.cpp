// SPDX-License-Identifier: MIT
// expect: throw_out_of_range
#include "mido/messages/live_types.hpp"

mido::Sysex make() {
#ifdef MIDO_CONTROL
  return {.data = {1, 127}};
#else
  return {.data = {1, 128}};
#endif
}
