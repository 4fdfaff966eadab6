// SPDX-License-Identifier: MIT
#include "input.hpp"

#include <jack/midiport.h>

namespace mido::jack {

void JackInput::process(jack_nframes_t frames) noexcept {
  void* const buffer = port_.buffer(frames);
  if (buffer == nullptr) return;
  // Of a single port's events JACK also counts those that had no room and came a cycle later.
  if (port_.is_shared() && jack_midi_get_lost_event_count(buffer) != 0) inbox_.mark_lost();
  const std::uint32_t count = jack_midi_get_event_count(buffer);
  if (count == 0) return;
  const Cycle cycle = port_.cycle(frames);
  for (std::uint32_t i = 0; i < count; ++i) {
    jack_midi_event_t event{};
    if (jack_midi_event_get(&event, buffer, i) != 0 || event.size == 0) continue;
    inbox_.write({event.buffer, event.size}, cycle.time_of(event.time));
  }
}

}  // namespace mido::jack
