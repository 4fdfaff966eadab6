// SPDX-License-Identifier: MIT
// expect: throw_out_of_range
#include "mido/messages/meta_types.hpp"

mido::SetTempo make() {
#ifdef MIDO_CONTROL
  return {.tempo = 16777215};
#else
  return {.tempo = 16777216};
#endif
}
