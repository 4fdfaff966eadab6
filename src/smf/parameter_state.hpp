// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <map>
#include <vector>

#include "mido/messages/track_event.hpp"

namespace mido::detail {

/// What the registered and non-registered parameters of a channel have been set to (MIDI 1.0, RPN
/// and NRPN). It takes several control changes: two select a parameter, others are its data.
class ParameterState {
 public:
  [[nodiscard]] static bool is_parameter(Control control) noexcept;

  /// Precondition: is_parameter(change.control).
  void read(const ControlChange& change);
  void deselect() { selected_ = {}; }
  /// Appends the messages that set them so again.
  void restore(std::vector<TrackEvent>& out) const;

 private:
  struct Selection {
    bool registered = false;
    int coarse = unknown;
    int fine = unknown;
    static constexpr int unknown = -1;
    friend auto operator<=>(const Selection&, const Selection&) = default;
  };

  void select(const ControlChange& change);
  void set_data(const ControlChange& change);
  void restore(const Selection& selection, std::vector<TrackEvent>& out) const;

  Channel channel_ = 0;
  Selection selected_;
  std::map<Selection, std::vector<ControlChange>> data_;
};

}  // namespace mido::detail
