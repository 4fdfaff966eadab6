// SPDX-License-Identifier: MIT
#include "mido/smf/units.hpp"

#include <cmath>
#include <limits>

namespace mido {

namespace {

// The operations and their order are those of the original: every last bit is the same.
double tick_length(int ticks_per_beat, Tempo tempo) {
  if (ticks_per_beat < 1) throw ValueError("ticks_per_beat must be 1 or more");
  return tempo * 1e-6 / ticks_per_beat;
}

constexpr double microseconds_per_minute = 60 * 1e6;

}  // namespace

Seconds tick2second(std::int64_t tick, int ticks_per_beat, Tempo tempo) {
  return Seconds(static_cast<double>(tick) * tick_length(ticks_per_beat, tempo));
}

std::int64_t second2tick(Seconds second, int ticks_per_beat, Tempo tempo) {
  const double tick = std::nearbyint(second.count() / tick_length(ticks_per_beat, tempo));
  constexpr auto limit = static_cast<double>(std::numeric_limits<std::int64_t>::max());
  if (!(std::abs(tick) < limit)) throw ValueError("no tick is at that second");
  return static_cast<std::int64_t>(tick);
}

Tempo bpm2tempo(double bpm, const TimeSignature& time_signature) {
  const double tempo =
      std::nearbyint(microseconds_per_minute / bpm * time_signature.denominator.value() / 4);
  if (!(tempo >= Tempo::min && tempo <= Tempo::max)) {
    detail::throw_out_of_range("tempo", Tempo::min, Tempo::max);
  }
  return checked(static_cast<int>(tempo));
}

double tempo2bpm(Tempo tempo, const TimeSignature& time_signature) {
  if (tempo == 0) return std::numeric_limits<double>::infinity();
  return microseconds_per_minute / tempo * time_signature.denominator.value() / 4;
}

}  // namespace mido
