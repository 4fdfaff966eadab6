// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "mido/messages/meta_types.hpp"
#include "mido/smf/division.hpp"
#include "mido/smf/midi_track.hpp"
#include "mido/values/time.hpp"

namespace mido {

class MidiFile;

/// A tempo, and the tick from which on it holds.
struct TempoChange {
  std::int64_t tick = 0;
  Tempo tempo = default_tempo;
  friend bool operator==(const TempoChange&, const TempoChange&) = default;
};

/// A time signature, and the tick from which on it holds.
struct TimeSignatureChange {
  std::int64_t tick = 0;
  TimeSignature time_signature = {};
  friend bool operator==(const TimeSignatureChange&, const TimeSignatureChange&) = default;
};

/// A place in the music as musicians count: bars and beats from 1, then ticks from 0. A beat is
/// what the denominator of the time signature says: an eighth note in 6/8.
struct BarBeat {
  std::int64_t bar = 1;
  std::int64_t beat = 1;
  std::int64_t tick = 0;  ///< since the beat
  friend auto operator<=>(const BarBeat&, const BarBeat&) = default;
};

/// Where in time the ticks of a file are: ticks, seconds, bars and beats, from each to each.
/// Computed in integers, so that nothing drifts however long a song is.
/// Thread-safe: like a vector. Realtime-safe: asking, but for what throws.
class TempoMap {
 public:
  /// 120 beats a minute in 4/4, 480 ticks a beat.
  TempoMap() : TempoMap(std::span<const MidiTrack>(), Division()) {}
  /// Of a file: the tempos and time signatures of all its tracks. Throws ValueError for type 2,
  /// whose tracks have a time of their own each.
  explicit TempoMap(const MidiFile& file);
  /// Of tracks that start together.
  TempoMap(std::span<const MidiTrack> tracks, Division division);
  /// Of one track, as those of a type 2 file.
  TempoMap(const MidiTrack& track, Division division)
      : TempoMap(std::span<const MidiTrack>(&track, 1), division) {}

  /// The time of a tick since the beginning. A SMPTE division means time whatever the tempo is.
  [[nodiscard]] Seconds seconds(std::int64_t tick) const noexcept;
  /// The nearest tick: the reverse of seconds(). Where the tempo is 0 all ticks are at one time;
  /// then it is the last of them, or the first if there is no last.
  [[nodiscard]] std::int64_t tick(Seconds seconds) const noexcept;

  /// In their order, at most one a tick. The first is at tick 0: what holds at the beginning.
  [[nodiscard]] std::span<const TempoChange> tempos() const& noexcept { return tempos_; }
  void tempos() && = delete;
  [[nodiscard]] std::span<const TimeSignatureChange> time_signatures() const& noexcept {
    return time_signatures_;
  }
  void time_signatures() && = delete;
  /// What holds at a tick.
  [[nodiscard]] Tempo tempo(std::int64_t tick) const noexcept;
  [[nodiscard]] TimeSignature time_signature(std::int64_t tick) const noexcept;

  /// Whether there are bars and beats: not with a SMPTE division, which measures no beats.
  [[nodiscard]] bool has_beats() const noexcept { return !division_.is_smpte(); }
  /// The bar and beat of a tick, 0 or later. A time signature always starts a bar, and the bar
  /// that it cuts short counts as one. A beat that begins between two ticks is at the second; one
  /// shorter than a tick counts as a tick, no beats a bar as one. Throws ValueError unless
  /// has_beats(), and for a tick before the beginning.
  [[nodiscard]] BarBeat position(std::int64_t tick) const;
  /// The reverse: where the time signature of that bar puts the beat, also one past the end of the
  /// bar. Throws ValueError unless has_beats(), and unless bar and beat are 1..2147483647.
  [[nodiscard]] std::int64_t tick(const BarBeat& position) const;

 private:
  // A time in whole seconds and what is over, in units of which a second has
  // Division::tick_fraction().denominator.
  struct Moment {
    std::int64_t seconds = 0;
    std::int64_t rest = 0;
  };
  // What a time signature makes of the ticks after it. Beat n, from 0, begins n * length / parts
  // ticks later, rounded up.
  struct Bars {
    Bars(const TimeSignature& time_signature, int ticks_per_beat) noexcept;
    [[nodiscard]] std::int64_t beat_at(std::int64_t ticks) const noexcept;
    [[nodiscard]] std::int64_t ticks_to(std::int64_t beat) const noexcept;

    std::int64_t first = 1;  // the number of its first bar
    std::int64_t beats;      // in a bar
    std::int64_t length;     // of a whole note, in ticks
    std::int64_t parts;      // of a whole note, each a beat
  };

  void place_tempos();
  void place_bars();
  void check_beats() const;
  [[nodiscard]] std::size_t tempo_index(std::int64_t tick) const noexcept;
  [[nodiscard]] std::size_t time_signature_index(std::int64_t tick) const noexcept;
  [[nodiscard]] Moment moment(std::size_t index, std::int64_t tick) const noexcept;
  [[nodiscard]] Seconds seconds(const Moment& moment) const noexcept;

  Division division_;
  std::vector<TempoChange> tempos_;
  std::vector<Moment> moments_;  // of each tempo
  std::vector<TimeSignatureChange> time_signatures_;
  std::vector<Bars> bars_;  // of each time signature
};

}  // namespace mido
