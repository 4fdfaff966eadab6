// SPDX-License-Identifier: MIT
// expect: (could not convert|conversion from|no viable conversion)
#include "mido/messages/live_types.hpp"

mido::NoteOn make() {
#ifdef MIDO_CONTROL
  return {.note = 60};
#else
  return {.note = 60.7};
#endif
}
