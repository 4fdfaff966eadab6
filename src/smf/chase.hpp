// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "mido/smf/midi_track.hpp"
#include "smf/channel_state.hpp"
#include "smf/merge.hpp"

namespace mido::detail {

/// Finds out what holds at a tick of tracks that start together, to start there.
class Chase {
 public:
  /// Reads what comes before `tick`. The tracks outlive this.
  Chase(std::span<const MidiTrack> tracks, std::int64_t tick);

  /// The events, of delta time 0, that a track has to begin with.
  [[nodiscard]] std::vector<TrackEvent> restore(std::size_t track) const;

 private:
  struct Channel {
    std::size_t track;  // the first that uses it
    ChannelState state = {};
  };
  struct Track {
    int port = 0;  // what has been said last
    int port_at_start = 0;
    std::map<int, TrackEvent> metas = {};  // by type
  };

  void read(const MergedEvent& next, bool before);
  void read_meta(const MergedEvent& next);
  void restore_channels(std::size_t track, std::vector<TrackEvent>& out) const;

  std::vector<Track> tracks_;
  std::map<int, MergedEvent> for_all_;               // metas by type
  std::map<std::pair<int, int>, Channel> channels_;  // by port and channel
};

}  // namespace mido::detail
