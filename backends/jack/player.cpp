// SPDX-License-Identifier: MIT
#include "player.hpp"

#include <algorithm>

namespace mido::jack {

namespace {

constexpr std::uint8_t sysex = 0xF0;
constexpr std::uint8_t sysex_end = 0xF7;
constexpr std::uint8_t first_realtime = 0xF8;

// Anything else is never longer than this.
constexpr std::size_t longest_but_sysex = 3;

bool belongs_to_sysex(std::uint8_t first_byte) {
  return first_byte < 0x80 || first_byte == sysex || first_byte == sysex_end;
}

}  // namespace

bool Player::play(void* buffer, const Cycle& cycle) noexcept {
  jack_midi_clear_buffer(buffer);
  // A burst takes a quarter of a cycle: what is timed always finds room, and JACK silently loses
  // what it cannot mix when several ports are connected to one.
  Place place{buffer, 0, jack_midi_max_event_size(buffer) / 4 * 3};
  bool played = false;
  while (play_at_once(place) || play_timed(place, cycle)) played = true;
  return played;
}

bool Player::play_at_once(Place place) noexcept {
  const auto front = at_once_.front();
  return front && may_play(at_once_, *front) && put(at_once_, *front, place);
}

bool Player::play_timed(Place& place, const Cycle& cycle) noexcept {
  Ring* const ring = earliest();
  if (ring == nullptr) return false;
  const Ring::Front front = *ring->front();
  const jack_nframes_t frame = cycle.frame_of(front.when);
  if (frame >= cycle.frames) return false;
  place.frame = std::max(place.frame, frame);  // JACK wants its events in order
  return put(*ring, front, {place.buffer, place.frame, 0});
}

// Of the messages that come next, the earliest that may be played.
Ring* Player::earliest() const noexcept {
  Ring* found = nullptr;
  Timestamp when = Timestamp::max();
  for (Ring& ring : timed_) {
    const auto front = ring.front();
    if (!front || front->when >= when || !may_play(ring, *front)) continue;
    found = &ring;
    when = front->when;
  }
  return found;
}

bool Player::may_play(const Ring& ring, const Ring::Front& front) const noexcept {
  return in_sysex_ == nullptr || in_sysex_ == &ring || front.first_byte >= first_realtime;
}

bool Player::put(Ring& ring, const Ring::Front& front, Place place) noexcept {
  const std::size_t free = jack_midi_max_event_size(place.buffer);
  const std::size_t room = free - std::min(free, place.kept_free);
  const std::size_t size = front.size > longest_but_sysex ? std::min(front.size, room) : front.size;
  if (size == 0 || size > room) return false;
  std::uint8_t* const event = jack_midi_event_reserve(place.buffer, place.frame, size);
  if (event == nullptr) return false;
  ring.take(event, size);
  if (belongs_to_sysex(front.first_byte)) {
    in_sysex_ = event[size - 1] == sysex_end ? nullptr : &ring;
  } else if (front.first_byte < first_realtime) {
    in_sysex_ = nullptr;
  }
  return true;
}

}  // namespace mido::jack
