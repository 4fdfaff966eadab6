// SPDX-License-Identifier: MIT
#include "cli/picture.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/errors.hpp"

namespace mido::cli {

Picture::Picture(Io& io, const Part& part, bool rendering, ClockSource& wall)
    : io_(io),
      view_(part.events, part.length),
      screen_(io.out, io.terminal->has_colors()),
      length_(part.length),
      rendering_(rendering),
      wall_(wall),
      started_(wall.now()) {}

Picture::~Picture() { hide(); }

void Picture::draw(Seconds now) {
  if (!io_.terminal->is_ready()) return;
  io_.terminal->set_echo(false);
  const TerminalSize size = io_.terminal->size();
  screen_.show(rendering_ ? draw_rendering(now, size) : view_.draw(now, size));
  print(io_, "");
}

void Picture::hide() {
  screen_.clear();
  io_.terminal->set_echo(true);
}

Canvas Picture::draw_rendering(Seconds now, TerminalSize size) {
  Canvas canvas(std::min(size.columns, widest_picture), 1);
  const Seconds elapsed = std::max(wall_.now() - started_, Seconds(1e-3));
  draw_progress(canvas, 0, now, length_, fmt::format("{:.0f} times real time", now / elapsed));
  return canvas;
}

}  // namespace mido::cli
