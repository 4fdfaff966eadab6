// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "mido/messages/field_types.hpp"

namespace mido {

class MidiFile;
class MidiTrack;

/// Which of the notes that sound on one key of one channel a note_off ends: the oldest (first in,
/// first out), or the newest.
enum class Pairing : std::uint8_t { fifo, lifo };

/// A note with its duration: a note_on and the note_off that ends it.
struct NoteSpan {
  std::int64_t start = 0;     ///< in ticks since the beginning of the track
  std::int64_t duration = 0;  ///< in ticks
  Channel channel = 0;
  Note note = 0;
  Velocity velocity = 64;
  Velocity release_velocity = 64;
  std::size_t track = 0;  ///< its index in the file
  /// Whether a note_off ends it; else it lasts to the end of its track.
  bool ended = true;

  [[nodiscard]] std::int64_t end() const noexcept { return start + duration; }

  friend bool operator==(const NoteSpan&, const NoteSpan&) = default;
};

/// The notes of a track in the order of their note_ons.
///
/// A note_on of velocity 0 is a note_off of velocity 64 (MIDI 1.0). A note_off ends one note, and
/// of those on its key and channel one that began before its own tick, if there is any: so a note
/// that is struck again at the tick where the one before ends has its duration, whichever of the
/// two events comes first. If there is none, it ends a note that began at its tick, which is kept
/// with a duration of 0; a note_off with no note is passed over. Pedals, all_notes_off and the like
/// end nothing.
[[nodiscard]] std::vector<NoteSpan> notes(const MidiTrack& track, Pairing pairing = Pairing::fifo);

/// The notes of all tracks by their start; those that start at the same tick in the order of the
/// tracks. Each track is paired by itself. In a type 2 file every track starts at tick 0.
[[nodiscard]] std::vector<NoteSpan> notes(const MidiFile& file, Pairing pairing = Pairing::fifo);

}  // namespace mido
