// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/canvas.hpp"
#include "cli/look_ahead.hpp"
#include "cli/status.hpp"
#include "cli/survey.hpp"
#include "cli/terminal.hpp"
#include "mido/messages/track_event.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

inline constexpr int widest_picture = 80;

/// The picture of a song while it plays: falling notes, a keyboard, the progress and the
/// instruments; in a small terminal the progress alone.
class SongView {
 public:
  /// `events` with their times in seconds since the one before; they outlive this.
  SongView(std::span<const TrackEvent> events, Seconds length);

  /// Tells of an event that was played.
  void played(const TrackEvent& event) { state_.played(event); }

  [[nodiscard]] Canvas draw(Seconds now, TerminalSize size);

 private:
  std::span<const TrackEvent> events_;
  std::optional<Survey> song_;  // made when it is drawn first, not to delay the first note
  LookAhead music_;
  SongState state_;
  Seconds length_;
};

}  // namespace mido::cli
