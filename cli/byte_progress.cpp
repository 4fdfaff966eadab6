// SPDX-License-Identifier: MIT
#include "cli/byte_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/palette.hpp"
#include "cli/song_view.hpp"
#include "cli/status.hpp"

namespace mido::cli {

namespace {

constexpr Seconds interval{0.05};

}  // namespace

ByteProgress::ByteProgress(Io& io, std::size_t total, ClockSource& clock)
    : io_(io), total_(total), clock_(clock) {
  if (io.terminal != nullptr) screen_.emplace(io.out, io.terminal->has_colors());
}

void ByteProgress::show(std::size_t done) {
  const Seconds now = clock_.now();
  if (!screen_ || now < next_ || !io_.terminal->is_ready()) return;
  next_ = now + interval;
  Canvas canvas(std::min(io_.terminal->size().columns, widest_picture), 1);
  const std::string text = fmt::format(" {} of {} bytes", done, total_);
  const int end = std::max(canvas.width() - static_cast<int>(text.size()), 0);
  draw_bar(canvas, 0, 0, end, static_cast<double>(done) / static_cast<double>(total_));
  canvas.write(end, 0, text, palette::bright);
  screen_->show(canvas);
}

void ByteProgress::clear() {
  if (screen_) screen_->clear();
}

}  // namespace mido::cli
