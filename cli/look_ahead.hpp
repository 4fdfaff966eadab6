// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

/// A note with its time from the beginning of the song.
struct TimedNote {
  Seconds start{};
  Seconds end{};
  int channel = 0;
  int key = 0;
  friend bool operator==(const TimedNote&, const TimedNote&) = default;
};

/// Where a beat begins, as the time signature counts them.
struct Beat {
  Seconds time{};
  bool starts_bar = false;
  friend bool operator==(const Beat&, const Beat&) = default;
};

/// The notes and beats of the next few seconds: reads the events a little ahead of the music,
/// so that nothing has to be prepared before it starts.
class LookAhead {
 public:
  /// `events` with their times in seconds since the one before; they outlive this.
  explicit LookAhead(std::span<const TrackEvent> events);

  /// Reads on to `until` and forgets what ended before `from`. Time goes forward only.
  void move_to(Seconds from, Seconds until);

  /// Those that sound after `from` and begin before `until`. The end of a note that goes on beyond
  /// `until` is not known yet: it is infinite.
  [[nodiscard]] std::vector<TimedNote> notes() const;
  [[nodiscard]] const std::vector<Beat>& beats() const noexcept { return beats_; }

 private:
  using Starts = std::array<std::optional<Seconds>, 128>;

  void read(const TrackEvent& event);
  void note_on(int channel, int key);
  void note_off(int channel, int key);
  void set_tempo(Seconds quarter_note);
  void set_time_signature(int numerator, double denominator);
  void count_beats(Seconds until);
  [[nodiscard]] std::optional<Seconds>& start_of(int channel, int key) {
    return starts_[static_cast<std::size_t>(channel)][static_cast<std::size_t>(key)];
  }

  std::span<const TrackEvent> unread_;
  Seconds position_{};  // of the event read last
  std::vector<TimedNote> ended_;
  std::array<Starts, 16> starts_;  // of notes whose end has not been read
  std::vector<Beat> beats_;
  Seconds next_beat_{};
  int beat_in_bar_ = 0;
  Seconds quarter_note_{0.5};
  double beats_per_quarter_ = 1;
  int beats_per_bar_ = 4;
};

}  // namespace mido::cli
