// SPDX-License-Identifier: MIT
#include "mido/smf/playback.hpp"

#include <utility>

namespace mido {

template <class Event>
Playback<Event>::Playback(std::vector<Event> events, Seconds rest, const PlayOptions& options)
    : events_(std::move(events)), rest_(rest), options_(options) {
  if (options_.clock == nullptr) options_.clock = &steady_clock_source();
}

template <class Event>
void Playback<Event>::wait() {
  position_ += finished() ? rest_ : Seconds(events_[index_].time().seconds());
  if (!options_.clock->sleep_until(start_ + position_, options_.stop)) index_ = events_.size();
}

template class Playback<Message>;
template class Playback<TrackEvent>;

}  // namespace mido
