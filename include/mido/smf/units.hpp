// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "mido/messages/field_types.hpp"
#include "mido/messages/meta_types.hpp"
#include "mido/values/time.hpp"

/// Ticks, seconds and tempos as the manual converts them ("Tempo and Beat Resolution"). They hold
/// for one tempo: a TempoMap knows all tempos of a file.
namespace mido {

/// How long that many ticks are. Throws ValueError unless `ticks_per_beat` is 1 or more.
[[nodiscard]] Seconds tick2second(std::int64_t tick, int ticks_per_beat, Tempo tempo);

/// The nearest tick; of two that are as near the even one. Throws ValueError unless
/// `ticks_per_beat` is 1 or more, and when no 64-bit number is that large.
[[nodiscard]] std::int64_t second2tick(Seconds second, int ticks_per_beat, Tempo tempo);

/// The tempo of that many beats a minute, rounded as above; the denominator of the time signature
/// says what a beat is. Throws ValueError when there is no such tempo: below 3.576 quarter notes a
/// minute.
[[nodiscard]] Tempo bpm2tempo(double bpm, const TimeSignature& time_signature = {});

/// Beats a minute; infinite for tempo 0.
[[nodiscard]] double tempo2bpm(Tempo tempo, const TimeSignature& time_signature = {});

}  // namespace mido
