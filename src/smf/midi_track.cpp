// SPDX-License-Identifier: MIT
#include "mido/smf/midi_track.hpp"

#include <algorithm>
#include <cstdint>

#include "smf/merge.hpp"

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

MidiTrack merge_tracks(std::span<const MidiTrack> tracks) {
  MidiTrack result;
  result.reserve(detail::event_count(tracks) + 1);
  std::int64_t last_tick = 0;
  detail::Merge merge(tracks);
  while (merge.next()) {
    const detail::MergedEvent& next = merge.event();
    result.push_back(*next.event, next.tick - last_tick);
    last_tick = next.tick;
  }
  return result;
}

}  // namespace mido
