// SPDX-License-Identifier: MIT
#include "mido/smf/track_builder.hpp"

#include <algorithm>
#include <utility>

#include "smf/track_with_ticks.hpp"

namespace mido {

TrackBuilder::TrackBuilder(const MidiTrack& track) {
  entries_.reserve(track.size());
  std::int64_t tick = 0;
  for (const TrackEvent& event : track) add(tick += event.time().ticks(), event);
}

TrackBuilder& TrackBuilder::add(std::int64_t tick, TrackEvent event) {
  add(tick, false, std::move(event));
  return *this;
}

TrackBuilder& TrackBuilder::add(const NoteSpan& note) {
  add(note.start, NoteOn{.channel = note.channel, .note = note.note, .velocity = note.velocity});
  if (!note.ended) return *this;
  add(note.end(), note.duration > 0,
      NoteOff{.channel = note.channel, .note = note.note, .velocity = note.release_velocity});
  return *this;
}

void TrackBuilder::add(std::int64_t tick, bool first, TrackEvent event) {
  if (tick < 0) throw ValueError("tick must be 0 or more");
  entries_.push_back({tick, first, std::move(event)});
}

MidiTrack TrackBuilder::build() const {
  std::vector<const Entry*> order;
  order.reserve(entries_.size());
  for (const Entry& entry : entries_) order.push_back(&entry);
  std::ranges::stable_sort(order, [](const Entry* a, const Entry* b) {
    return a->tick != b->tick ? a->tick < b->tick : a->first && !b->first;
  });

  detail::TrackWithTicks result;
  result.track.reserve(order.size());
  for (const Entry* entry : order) result.add(entry->tick, entry->event);
  return std::move(result.track);
}

}  // namespace mido
