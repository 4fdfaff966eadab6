// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "mido/smf/midi_track.hpp"

namespace mido::detail {

/// Every `Meta` of tracks that start together, with its tick, in playback order: what holds from
/// when on. Of several at one tick only the last counts; one is always at the beginning.
template <class Meta>
[[nodiscard]] std::vector<std::pair<std::int64_t, Meta>> changes_of(
    std::span<const MidiTrack> tracks) {
  std::vector<std::pair<std::int64_t, Meta>> found = {{0, Meta{}}};
  for (const MidiTrack& track : tracks) {
    std::int64_t tick = 0;
    for (const TrackEvent& event : track) {
      tick += event.time().ticks();
      if (!event.is_meta()) continue;
      if (auto meta = event.get_if<Meta>()) found.emplace_back(tick, *std::move(meta));
    }
  }
  const auto tick_of = [](const auto& change) { return change.first; };
  std::ranges::stable_sort(found, {}, tick_of);
  const auto same_tick = [](const auto& a, const auto& b) { return a.first == b.first; };
  // From the back, so that the last of each tick stays.
  const auto kept = std::unique(found.rbegin(), found.rend(), same_tick);
  found.erase(found.begin(), kept.base());
  return found;
}

}  // namespace mido::detail
