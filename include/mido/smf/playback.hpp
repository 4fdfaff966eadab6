// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iterator>
#include <stop_token>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "mido/values/clock_source.hpp"

namespace mido {

struct PlayOptions {
  bool meta_messages = false;  ///< give meta messages too
  /// The clock to play by; the wall when there is none. Lives as long as the playback.
  ClockSource* clock = nullptr;
  std::stop_token stop = {};  ///< a requested stop ends the range at once
};

/// The events of a file, each given when its time has come: an input range, to be gone through
/// once. Every deadline counts from the first, so nothing drifts. The time of an event is in
/// seconds since the one given before.
/// Thread-safe: no. Realtime-safe: no, it sleeps.
class Playback {
 public:
  /// `events` with their times in seconds since the one before.
  Playback(std::vector<TrackEvent> events, const PlayOptions& options);

  class Iterator;
  /// Starts the clock and waits for the first event.
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  void next();
  [[nodiscard]] bool finished() const noexcept { return index_ >= events_.size(); }

  std::vector<TrackEvent> events_;
  PlayOptions options_;
  std::size_t index_ = 0;
  Seconds start_{};
  Seconds position_{};
};

class Playback::Iterator {
 public:
  using value_type = TrackEvent;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(Playback& playback) : playback_(&playback) {}
  [[nodiscard]] const TrackEvent& operator*() const {
    return playback_->events_[playback_->index_];
  }
  [[nodiscard]] const TrackEvent* operator->() const { return &**this; }
  Iterator& operator++() {
    ++playback_->index_;
    playback_->next();
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return it.is_finished();
  }

 private:
  [[nodiscard]] bool is_finished() const noexcept { return playback_->finished(); }

  Playback* playback_ = nullptr;
};

}  // namespace mido
