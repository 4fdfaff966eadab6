// SPDX-License-Identifier: MIT
// expect: throw_out_of_range
#include "mido/messages/message.hpp"

mido::Message make() {
#ifdef MIDO_CONTROL
  return mido::NoteOn{.channel = 15};
#else
  return mido::NoteOn{.channel = 16};
#endif
}
