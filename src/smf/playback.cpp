// SPDX-License-Identifier: MIT
#include "mido/smf/playback.hpp"

#include <utility>

namespace mido {

Playback::Playback(std::vector<TrackEvent> events, const PlayOptions& options)
    : events_(std::move(events)), options_(options) {
  if (options_.clock == nullptr) options_.clock = &steady_clock_source();
}

Playback::Iterator Playback::begin() {
  start_ = options_.clock->now();
  next();
  return Iterator(*this);
}

void Playback::next() {
  Seconds waited{};
  for (; index_ < events_.size(); ++index_) {
    TrackEvent& event = events_[index_];
    waited += Seconds(event.time().seconds());
    position_ += Seconds(event.time().seconds());
    if (!options_.clock->sleep_until(start_ + position_, options_.stop)) {
      index_ = events_.size();
      return;
    }
    if (!event.is_meta() || options_.meta_messages) {
      event.set_time(waited);
      return;
    }
  }
}

}  // namespace mido
