// SPDX-License-Identifier: MIT
#include "mido/smf/midi_track.hpp"

#include <algorithm>
#include <cstdint>

#include "smf/merge.hpp"
#include "smf/track_with_ticks.hpp"

namespace mido {

std::string MidiTrack::name() const {
  for (const TrackEvent& event : events_) {
    if (auto name = event.get_if<TrackName>()) return std::move(name->name);
  }
  return {};
}

void MidiTrack::set_name(std::string_view name) {
  const TrackName wanted{.name = std::string(name)};
  for (TrackEvent& event : events_) {
    if (!event.is<TrackName>()) continue;
    event = TrackEvent(wanted, event.time());
    return;
  }
  events_.insert(events_.begin(), TrackEvent(wanted));
}

MidiTrack& MidiTrack::operator+=(const MidiTrack& other) {
  if (&other == this) return *this += MidiTrack(other);
  events_.append(other.begin(), other.end());
  return *this;
}

MidiTrack MidiTrack::slice(std::size_t first, std::size_t last) const {
  last = std::min(last, size());
  first = std::min(first, last);
  return {events_.begin() + static_cast<std::ptrdiff_t>(first),
          events_.begin() + static_cast<std::ptrdiff_t>(last)};
}

std::vector<std::int64_t> absolute_ticks(const MidiTrack& track) {
  std::vector<std::int64_t> result;
  result.reserve(track.size());
  std::int64_t tick = 0;
  for (const TrackEvent& event : track) result.push_back(tick += event.time().ticks());
  return result;
}

MidiTrack merge_tracks(std::span<const MidiTrack> tracks) {
  detail::TrackWithTicks result;
  result.track.reserve(detail::event_count(tracks) + 1);
  detail::Merge merge(tracks);
  while (merge.next()) result.add(merge.event().tick, *merge.event().event);
  return std::move(result.track);
}

}  // namespace mido
