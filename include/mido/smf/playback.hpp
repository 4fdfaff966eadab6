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
  /// The clock to play by; the wall when there is none. Lives as long as the playback.
  ClockSource* clock = nullptr;
  std::stop_token stop = {};  ///< a requested stop ends the range at once
};

/// The messages of a song, each given when its time has come: an input range, to be gone through
/// once. Every deadline counts from the first, so nothing drifts. `Event` is Message or
/// TrackEvent; the time of each is in seconds since the one before.
/// Thread-safe: no. Realtime-safe: no, it sleeps.
template <class Event>
class Playback {
 public:
  /// `rest` is how long the song goes on after its last event.
  Playback(std::vector<Event> events, Seconds rest, const PlayOptions& options);

  class Iterator;
  /// Starts the clock and waits for the first event.
  [[nodiscard]] Iterator begin() {
    start_ = options_.clock->now();
    wait();
    return Iterator(*this);
  }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  void wait();
  [[nodiscard]] bool finished() const noexcept { return index_ >= events_.size(); }

  std::vector<Event> events_;
  Seconds rest_;
  PlayOptions options_;
  std::size_t index_ = 0;
  Seconds start_{};
  Seconds position_{};
};

template <class Event>
class Playback<Event>::Iterator {
 public:
  using value_type = Event;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(Playback& playback) : playback_(&playback) {}
  [[nodiscard]] const Event& operator*() const { return playback_->events_[playback_->index_]; }
  [[nodiscard]] const Event* operator->() const { return &**this; }
  Iterator& operator++() {
    ++playback_->index_;
    playback_->wait();
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

extern template class Playback<Message>;
extern template class Playback<TrackEvent>;

}  // namespace mido
