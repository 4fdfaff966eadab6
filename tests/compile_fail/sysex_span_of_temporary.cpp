// SPDX-License-Identifier: MIT
// expect: deleted
#include "mido/messages/message.hpp"

int sum_of(const mido::Message& message) {
  int sum = 0;
#ifdef MIDO_CONTROL
  for (const int byte : message.get<mido::Sysex>().data) sum += byte;
#else
  for (const int byte : message.get<mido::Sysex>().data.span()) sum += byte;
#endif
  return sum;
}
