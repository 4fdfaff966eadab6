// SPDX-License-Identifier: MIT
#include "cli/play_clock.hpp"

#include <algorithm>
#include <utility>

namespace mido::cli {

namespace {

constexpr Seconds frame{0.04};
// Notes come before pictures: a frame is put off when the next event is as near as that, but not
// for ever.
constexpr Seconds time_to_draw{0.003};
constexpr Seconds longest_delay{0.12};

}  // namespace

PlayClock::PlayClock(ClockSource& port, ClockSource& wall, WhileWaiting hooks)
    : port_(port),
      wall_(wall),
      hooks_(std::move(hooks)),
      start_(port.now()),
      next_frame_(wall.now()) {}

bool PlayClock::sleep_until(Seconds deadline, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const Seconds next = std::min(start_ + deadline, port_.now() + frame);
    if (!port_.sleep_until(next, stop)) return false;
    pause_if_wanted();
    draw_if_due(deadline);
    // Not now() >= deadline: after rounding that may never come true.
    if (port_.now() >= start_ + deadline) return true;
  }
  return false;
}

void PlayClock::draw_if_due(Seconds deadline) {
  if (!hooks_.draw) return;
  const Seconds moment = wall_.now();
  if (moment < next_frame_) return;
  const bool hurry = deadline - now() < time_to_draw;
  if (hurry && moment < next_frame_ + longest_delay) return;
  hooks_.draw(now());
  next_frame_ = std::max(next_frame_ + frame, moment);
}

void PlayClock::pause_if_wanted() {
  if (!hooks_.wants_to_pause || !hooks_.wants_to_pause()) return;
  const Seconds before = port_.now();
  hooks_.pause();
  start_ += port_.now() - before;
}

}  // namespace mido::cli
