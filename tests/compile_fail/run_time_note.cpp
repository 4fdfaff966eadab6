// SPDX-License-Identifier: MIT
// expect: not a constant expression
#include "mido/messages/live_types.hpp"

mido::NoteOn note_of(int number) {
#ifdef MIDO_CONTROL
  return {.note = mido::checked(number)};
#else
  return {.note = number};
#endif
}
