// SPDX-License-Identifier: MIT
#pragma once

#include "mido/smf/midi_file.hpp"

/// Whole files, changed. What has no place in time (the division, foreign chunks, a RIFF wrapper)
/// is kept.
namespace mido {

/// The same music in a file of another type.
/// - 1 to 0: the tracks are merged, as by merge_tracks().
/// - 0 to 1: a first track of all that belongs to no channel (tempo, time signatures, texts, sysex)
///   and one track for each channel in their order. Texts after a channel_prefix go with their
///   channel. All tracks end where the one did.
/// - 2 to 0 or 1: the patterns, one after another, each in its own tempo and time signature.
/// - 0 or 1 to 2: one pattern.
/// At one tick the order of events on different channels may change, that within a channel not.
[[nodiscard]] MidiFile convert(const MidiFile& file, FileType type);

/// The same music with another number of ticks a beat: `rescale(file, 960)`, `rescale(file,
/// checked(n))`. Every event goes to the tick that is nearest to its time, so nothing drifts, and
/// all stay in their order; notes that become shorter than half a tick have no duration. Throws
/// ValueError for SMPTE divisions.
[[nodiscard]] MidiFile rescale(const MidiFile& file, Division ticks_per_beat);

/// The file `factor` times as fast, by its tempos; one that says no tempo at its beginning gets a
/// set_tempo there. Tempos are rounded to microseconds a beat. Throws ValueError for a SMPTE
/// division, for a factor that is not above 0, and when a tempo becomes 0 or over 16777215.
[[nodiscard]] MidiFile scale_tempo(const MidiFile& file, double factor);

}  // namespace mido
