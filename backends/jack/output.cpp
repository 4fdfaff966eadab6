// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <algorithm>

namespace mido::jack {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t ring_capacity = std::size_t{1} << 21;

// The longest cycle there is takes a fifth of it.
constexpr auto patience = std::chrono::seconds(1);

}  // namespace

JackOutput::JackOutput(const PortRequest& request)
    : at_once_(ring_capacity), timed_(ring_capacity), port_(request, JackPortIsOutput, *this) {}

JackOutput::~JackOutput() {
  interrupted_ = false;
  closing_at_ = timestamp_now();
  std::size_t seen = 0;
  const auto went_on = [&] { return finished_ || cycles_played_ != seen; };
  do {
    seen = cycles_played_;
  } while (wait_until(steady_clock::now() + patience, went_on) && !finished_);
}

Sent JackOutput::write(std::span<const std::uint8_t> bytes) { return push(at_once_, bytes, {}); }

Sent JackOutput::write_at(std::span<const std::uint8_t> bytes, Timestamp when) {
  return push(timed_, bytes, when);
}

Sent JackOutput::push(Ring& ring, std::span<const std::uint8_t> bytes, Timestamp when) {
  if (lost_) return Sent::disconnected;
  const std::size_t taken_before = taken();
  if (ring.push(bytes, when)) return Sent::accepted;
  full_at_ = taken_before;
  return Sent::queue_full;
}

// A message must be in its ring before its cycle begins, whatever keeps the sender from running.
std::chrono::nanoseconds JackOutput::lead() const {
  constexpr Timestamp least = std::chrono::milliseconds(20);
  return std::max(4 * port_.period(), least);
}

SysexPacing JackOutput::sysex_pacing() const {
  constexpr std::size_t chunk = 4096;
  return {.chunk = chunk};
}

// ---- The process callback ----

void JackOutput::process(jack_nframes_t frames) noexcept {
  const bool has_settled = settle();
  void* const buffer = port_.buffer(frames);
  const bool has_played = buffer != nullptr && player_.play(buffer, port_.cycle(frames));
  if (has_played) ++cycles_played_;
  if (has_settled || has_played) changes_.wake_all();
}

// Called when a cycle begins: that before it is over for all. Returns whether anything has changed.
bool JackOutput::settle() noexcept {
  const std::size_t at_once = at_once_.taken();
  const std::size_t timed = timed_.taken();
  const bool is_finished = nothing_left_before(closing_at_);
  const bool has_changed =
      at_once != at_once_settled_ || timed != timed_settled_ || is_finished != finished_;
  at_once_settled_ = at_once;
  timed_settled_ = timed;
  finished_ = is_finished;
  return has_changed;
}

bool JackOutput::nothing_left_before(Timestamp when) const noexcept {
  if (when == Timestamp::min() || at_once_.front()) return false;
  const auto next = timed_.front();
  return !next || next->when > when;
}

void JackOutput::lost() noexcept {
  lost_ = true;
  changes_.wake_all();
}

// ---- Waiting ----

template <class Done>
bool JackOutput::wait_until(Deadline deadline, Done done) {
  while (true) {
    Waiter waiter(changes_);
    if (interrupted_.exchange(false)) return false;
    if (done()) return true;
    if (lost_ || steady_clock::now() >= deadline) return false;
    if (deadline == Deadline::max()) {
      waiter.wait();
    } else {
      waiter.wait_until(deadline);
    }
  }
}

bool JackOutput::wait_for_room(Deadline deadline) {
  const auto has_moved = [this] { return taken() != full_at_; };
  // What does not fit into empty rings never will.
  const auto can_tell = [&] { return has_moved() || is_empty(); };
  return wait_until(deadline, can_tell) && has_moved();
}

bool JackOutput::drain(Deadline deadline) {
  return wait_until(deadline, [this, at_once = at_once_.pushed(), timed = timed_.pushed()] {
    return at_once_settled_ >= at_once && timed_settled_ >= timed;
  });
}

void JackOutput::interrupt() noexcept {
  interrupted_ = true;
  changes_.wake_all();
}

}  // namespace mido::jack
