// SPDX-License-Identifier: MIT
#pragma once

#include "cli/io.hpp"
#include "cli/screen.hpp"
#include "cli/song.hpp"
#include "cli/song_view.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

/// What the terminal shows while a part plays, or, in one row, while it is rendered.
class Picture {
 public:
  /// Precondition: io.terminal. All outlive this.
  Picture(Io& io, const Part& part, bool rendering, ClockSource& wall);
  ~Picture();
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  void played(const TrackEvent& event) { view_.played(event); }
  /// Does nothing while the terminal cannot take it. Throws OutputLost.
  void draw(Seconds now);

  /// Leaves the terminal to others until the next draw().
  void hide();

 private:
  [[nodiscard]] Canvas draw_rendering(Seconds now, TerminalSize size);

  Io& io_;
  SongView view_;
  Screen screen_;
  Seconds length_;
  bool rendering_;
  ClockSource& wall_;
  Seconds started_;
};

}  // namespace mido::cli
