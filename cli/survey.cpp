// SPDX-License-Identifier: MIT
#include "cli/survey.hpp"

#include <algorithm>

#include "mido/messages/live_types.hpp"

namespace mido::cli {

palette::NoteColor Survey::color(int channel, int key) const {
  if (channel == drum_channel) return palette::drum;
  const auto melodic = channels.count() - (has_drums() ? 1 : 0);
  if (melodic > 1) return palette::channels[static_cast<std::size_t>(channel)];
  const auto last = static_cast<int>(palette::rainbow.size()) - 1;
  const int step = (key - lowest) * last / std::max(highest - lowest, 1);
  return palette::rainbow[static_cast<std::size_t>(std::clamp(step, 0, last))];
}

Survey survey(std::span<const TrackEvent> events) {
  Survey result;
  for (const auto& event : events) {
    if ((event.code() & 0xF0) != NoteOn::status) continue;  // faster than asking for the type
    const auto note = event.get_if<NoteOn>();
    if (!note || note->velocity == 0) continue;
    result.channels.set(static_cast<std::size_t>(int{note->channel}));
    if (note->channel == drum_channel) continue;
    result.lowest = std::min<int>(result.lowest, note->note);
    result.highest = std::max<int>(result.highest, note->note);
  }
  return result;
}

}  // namespace mido::cli
