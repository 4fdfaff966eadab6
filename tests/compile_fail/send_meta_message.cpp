// SPDX-License-Identifier: MIT
// expect: (cannot convert|no viable conversion)
#include "mido/messages/meta_message.hpp"
#include "mido/ports/output.hpp"

void send(mido::Output& output) {
#ifdef MIDO_CONTROL
  output.send(mido::Clock{});
#else
  output.send(mido::MetaMessage(mido::EndOfTrack{}));
#endif
}
