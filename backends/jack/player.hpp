// SPDX-License-Identifier: MIT
#pragma once

#include <jack/midiport.h>

#include <span>

#include "cycle.hpp"
#include "ring.hpp"

namespace mido::jack {

/// Puts messages into the cycles of a port: those of one ring at once, those of the others at their
/// time, the earliest of the rings' next ones first. Nothing but real-time messages comes between
/// the parts of a sysex message, which go out in as many cycles as they need. Thread-safe: no, it
/// belongs to the process callback. Realtime-safe: yes.
class Player {
 public:
  Player(Ring& at_once, std::span<Ring> timed) : at_once_(at_once), timed_(timed) {}

  /// `buffer` is that of the port, for this cycle. Returns whether anything was played.
  bool play(void* buffer, const Cycle& cycle) noexcept;

 private:
  struct Place {
    void* buffer;
    jack_nframes_t frame;
    std::size_t kept_free;
  };
  [[nodiscard]] Ring* earliest() const noexcept;
  [[nodiscard]] bool may_play(const Ring& ring, const Ring::Front& front) const noexcept;
  // Both return whether there is something more to do in this cycle.
  [[nodiscard]] bool play_at_once(Place place) noexcept;
  [[nodiscard]] bool play_timed(Place& place, const Cycle& cycle) noexcept;
  [[nodiscard]] bool put(Ring& ring, const Ring::Front& front, Place place) noexcept;

  Ring& at_once_;
  std::span<Ring> timed_;
  const Ring* in_sysex_ = nullptr;  // whose message has begun and not ended
};

}  // namespace mido::jack
