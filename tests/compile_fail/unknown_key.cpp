// SPDX-License-Identifier: MIT
// expect: invalid key
#include "mido/messages/field_types.hpp"

mido::Key make() {
#ifdef MIDO_CONTROL
  return "F#m";
#else
  return "H";
#endif
}
