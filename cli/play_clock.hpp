// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <stop_token>

#include "mido/values/clock_source.hpp"

namespace mido::cli {

/// What the player does while it waits for the next event.
struct WhileWaiting {
  std::function<void(Seconds now)> draw = {};  ///< a frame; empty: there is no picture
  std::function<bool()> wants_to_pause = {};   ///< asked at each frame; empty: never
  std::function<void()> pause = {};            ///< returns when the music is to go on
};

/// The clock of a port, from 0 at the beginning of the song. A sleep is cut into frames: a picture
/// is drawn and Ctrl-Z heeded without a second thread. Time stands still during a pause.
class PlayClock : public ClockSource {
 public:
  /// Frames follow the clock `wall`: while a file is rendered, the port's clock is far ahead of it.
  PlayClock(ClockSource& port, ClockSource& wall, WhileWaiting hooks);

  [[nodiscard]] Seconds now() override { return port_.now() - start_; }
  bool sleep_until(Seconds deadline, const std::stop_token& stop) override;

 private:
  void draw_if_due(Seconds deadline);
  void pause_if_wanted();

  ClockSource& port_;
  ClockSource& wall_;
  WhileWaiting hooks_;
  Seconds start_;
  Seconds next_frame_;
};

}  // namespace mido::cli
