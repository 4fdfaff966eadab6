// SPDX-License-Identifier: MIT
#include "mido/smf/timed_events.hpp"

#include "mido/smf/midi_file.hpp"
#include "mido/smf/tempo_map.hpp"
#include "smf/merge.hpp"
#include "smf/synchronous.hpp"

namespace mido {

std::vector<TimedEvent> timed_events(const MidiFile& file) {
  detail::check_synchronous(file, "impossible to merge the tracks");
  const TempoMap map(file);
  std::vector<TimedEvent> result;
  result.reserve(detail::event_count(file.tracks) + 1);
  detail::Merge merge(file.tracks);
  while (merge.next()) {
    const auto& [tick, track, event] = merge.event();
    const bool same_time = !result.empty() && result.back().tick == tick;
    result.push_back({tick, same_time ? result.back().seconds : map.seconds(tick), track, *event});
  }
  return result;
}

}  // namespace mido
