// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <fmt/format.h>

namespace mido::cli {

namespace {

constexpr Seconds moment{0.5};
constexpr Seconds interval{0.1};

}  // namespace

Progress::Progress(Io& io, std::size_t files, ClockSource& clock)
    : io_(io),
      clock_(clock),
      files_(files),
      next_(clock.now() + moment),
      wanted_(io.err_is_terminal && io.terminal == nullptr) {}

void Progress::advance() {
  ++done_;
  if (!wanted_) return;
  const Seconds now = clock_.now();
  if (now < next_) return;
  next_ = now + interval;
  shown_ = true;
  io_.err << fmt::format("\r{} of {} files", done_, files_) << std::flush;
}

void Progress::clear() {
  if (shown_) io_.err << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace mido::cli
