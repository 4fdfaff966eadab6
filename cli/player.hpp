// SPDX-License-Identifier: MIT
#pragma once

#include "cli/io.hpp"
#include "cli/picture.hpp"
#include "cli/song.hpp"
#include "mido/ports/output.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

struct PlayerOptions {
  bool quiet = false;           ///< prints nothing
  bool print_messages = false;  ///< prints each message as it is played, and draws nothing
  bool rendering = false;       ///< the port runs ahead of real time
};

/// Plays songs on a port and says on `io.out` what is going on.
class Player {
 public:
  /// All outlive the player. Pictures follow the clock `wall`.
  Player(Output& port, Io& io, const PlayerOptions& options, ClockSource& wall);

  /// Leaves no note sounding, however it ends. Throws Interrupted, OutputLost or PortError.
  void play(const Song& song);

 private:
  void announce(const Song& song);
  void play_part(const Part& part);
  void play_events(const Part& part, Picture* picture);
  void give(const TrackEvent& event, Picture* picture);
  void pause(Picture* picture);
  void silence() noexcept;
  void say(std::string_view text);

  Output& port_;
  Io& io_;
  PlayerOptions options_;
  ClockSource& wall_;
};

}  // namespace mido::cli
