// SPDX-License-Identifier: MIT
#include "cli/roll_terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/buffered_output.hpp"
#include "cli/canvas_line.hpp"
#include "cli/errors.hpp"
#include "cli/roll_systems.hpp"

namespace mido::cli {

namespace {

std::string names_text(const RollMusic& music, bool colors) {
  std::string text = music.title.empty() ? "" : music.title + "\n";
  for (std::size_t part = 0; part < music.parts.size(); ++part) {
    const std::string& name = music.parts[part].name;
    text += part == 0 ? "" : "  ";
    text += colors ? fmt::format("\x1b[38;5;{}m●\x1b[0m {}", part_ink(part), name) : name;
  }
  return text + "\n\n";
}

bool is_silent(const RollMusic& music, const RollSystem& system) {
  return std::ranges::none_of(music.notes, [&](const RollNote& note) {
    return note.start < system.last && note.end > system.first;
  });
}

std::string roll_text(const RollMusic& music, int width, bool colors, const Io& io) {
  std::string text = names_text(music, colors);
  for (const RollSystem& system : systems_of(music, width - key_names_width)) {
    if (io.stop.stop_requested()) throw Interrupted();
    if (is_silent(music, system)) continue;
    const Canvas canvas = draw_system(music, system, width);
    for (int y = 0; y < canvas.height(); ++y) text += line_of(canvas, y, colors);
    text += "\n";
  }
  return text;
}

}  // namespace

void show_roll(const RollMusic& music, Io& io) {
  const bool colors = io.terminal != nullptr && io.terminal->has_colors();
  const int width = io.terminal != nullptr ? io.terminal->size().columns : TerminalSize().columns;
  const std::string text = roll_text(music, width, colors, io);
  if (io.terminal != nullptr && io.pager != nullptr) return io.pager(text);
  BufferedOutput out(io);
  out.write(text);
  out.flush();
}

}  // namespace mido::cli
