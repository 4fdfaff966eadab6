// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <span>
#include <vector>

#include "mido/smf/midi_track.hpp"

namespace mido::detail {

/// An event of one of several tracks.
struct MergedEvent {
  std::int64_t tick = 0;  ///< since the beginning
  std::size_t track = 0;  ///< its index
  const TrackEvent* event = nullptr;
};

/// Goes through all events of tracks in playback order; those at one tick in the order of the
/// tracks. Every end_of_track is left out, and one comes at the end of the longest track.
class Merge {
 public:
  /// The tracks outlive this, and do not change.
  explicit Merge(std::span<const MidiTrack> tracks);
  Merge(const Merge&) = delete;
  Merge& operator=(const Merge&) = delete;

  /// Goes to the next event; false when there is none.
  bool next();
  /// Precondition: next() was true.
  [[nodiscard]] const MergedEvent& event() const noexcept { return event_; }

 private:
  // How far a track has been read.
  struct Head {
    std::int64_t tick = 0;  // of the event `next`, or the end of the track
    std::size_t track = 0;
    const TrackEvent* next = nullptr;
    const TrackEvent* end = nullptr;

    // Goes to the next event that is no end_of_track; false when there is none.
    bool find_event();
    friend bool operator<(const Head& a, const Head& b) noexcept {
      return a.tick != b.tick ? a.tick < b.tick : a.track < b.track;
    }
  };

  void add(std::span<const TrackEvent> track, std::size_t index);
  void drop_first();
  void put_first_in_place();
  void extend_end(const Head& head);

  std::vector<Head> heads_;      // a heap with the next event in front
  std::list<MidiTrack> sorted_;  // the tracks that negative delta times put out of order
  MergedEvent end_;              // given last
  MergedEvent event_;
};

/// When the longest track ends.
[[nodiscard]] std::int64_t end_tick(std::span<const MidiTrack> tracks);

/// How many events the tracks have together.
[[nodiscard]] std::size_t event_count(std::span<const MidiTrack> tracks);

}  // namespace mido::detail
