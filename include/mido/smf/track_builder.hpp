// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "mido/smf/midi_track.hpp"
#include "mido/smf/notes.hpp"

namespace mido {

/// Makes a track of events with absolute times, in ticks since the beginning and in any order:
/// `TrackBuilder().add(960, NoteOff{.note = 60}).add(480, NoteOn{.note = 60}).build()`
class TrackBuilder {
 public:
  TrackBuilder() = default;
  /// Begins with the events of a track.
  explicit TrackBuilder(const MidiTrack& track);

  /// Puts an event at that tick, behind those that are there already. Throws ValueError when the
  /// tick is below 0.
  TrackBuilder& add(std::int64_t tick, TrackEvent event);
  /// Puts a note_on at the start of a note and, if the note is `ended`, a note_off at its end. A
  /// note_off stands before all events of its tick, so that a note may begin where another ends;
  /// but that of a note of no duration behind its note_on. Throws as above.
  TrackBuilder& add(const NoteSpan& note);

  /// The track: events of one tick in the order in which they were added. It ends with its last
  /// event, or with the end_of_track that was added.
  [[nodiscard]] MidiTrack build() const;

 private:
  struct Entry {
    std::int64_t tick;
    bool first;  // at its tick
    TrackEvent event;
  };

  void add(std::int64_t tick, bool first, TrackEvent event);

  std::vector<Entry> entries_;
};

}  // namespace mido
