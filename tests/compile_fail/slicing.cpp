// SPDX-License-Identifier: MIT
// expect: (protected|inaccessible)
#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"

void assign(mido::BaseMessage& to, const mido::BaseMessage& from, mido::Message& message) {
#ifdef MIDO_CONTROL
  message = static_cast<const mido::Message&>(from);
  static_cast<void>(to);
#else
  to = from;
  static_cast<void>(message);
#endif
}
