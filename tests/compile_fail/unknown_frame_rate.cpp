// SPDX-License-Identifier: MIT
// expect: frame_rate must be 24, 25, 29.97 or 30
#include "mido/messages/field_types.hpp"

mido::FrameRate make() {
#ifdef MIDO_CONTROL
  return 29.97;
#else
  return 29.98;
#endif
}
