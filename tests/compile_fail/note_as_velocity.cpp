// SPDX-License-Identifier: MIT
// expect: (could not convert|conversion from|no viable conversion)
#include "mido/messages/field_types.hpp"

const mido::Note note = 60;
#ifdef MIDO_CONTROL
mido::Note other = note;
#else
mido::Velocity other = note;
#endif
