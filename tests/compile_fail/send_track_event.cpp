// SPDX-License-Identifier: MIT
// expect: (cannot convert|no viable conversion)
#include "mido/messages/track_event.hpp"
#include "mido/ports/output.hpp"

void send(mido::Output& output, const mido::TrackEvent& event) {
#ifdef MIDO_CONTROL
  if (const auto message = event.message()) output.send(*message);
#else
  output.send(event);
#endif
}
