// SPDX-License-Identifier: MIT
#include "smf/merge.hpp"

#include <algorithm>

namespace mido::detail {

std::vector<MergedEvent> merge(std::span<const MidiTrack> tracks) {
  std::vector<MergedEvent> merged;
  std::int64_t end = 0;
  for (const MidiTrack& track : tracks) {
    std::int64_t tick = 0;
    for (const TrackEvent& event : track) {
      tick += event.time().ticks();
      if (!event.is<EndOfTrack>()) merged.push_back({tick, event});
    }
    end = std::max(end, tick);
  }
  // Stable: at equal ticks the tracks keep their order, and so do the events of each.
  std::ranges::stable_sort(merged, {}, &MergedEvent::tick);
  merged.push_back({end, EndOfTrack{}});
  return merged;
}

}  // namespace mido::detail
