// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "smf/parameter_state.hpp"

namespace mido::detail {

/// What the messages of one channel have set: controllers, program and bank, pitch, pressure.
class ChannelState {
 public:
  /// An event of the channel; what sets nothing is passed over.
  void read(const TrackEvent& event);
  /// The messages that set it so again, with delta times of 0.
  [[nodiscard]] std::vector<TrackEvent> restore() const;

 private:
  void read(const ControlChange& change);
  void read(const ProgramChange& change);
  void reset_controllers(const ControlChange& change);

  std::optional<TrackEvent> reset_;  // reset_all_controllers
  std::vector<TrackEvent> program_;  // with the bank it was chosen from
  std::map<int, TrackEvent> controls_;
  ParameterState parameters_;
  std::optional<TrackEvent> pitch_;
  std::optional<TrackEvent> pressure_;
};

}  // namespace mido::detail
