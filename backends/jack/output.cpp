// SPDX-License-Identifier: MIT
#include "output.hpp"

#include <algorithm>

namespace mido::jack {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t at_once_capacity = std::size_t{1} << 21;
constexpr std::size_t timed_capacity = std::size_t{1} << 20;

// On a busy machine a server without real-time priority may have no cycle for seconds.
constexpr auto patience = std::chrono::seconds(10);

}  // namespace

JackOutput::JackOutput(const PortRequest& request)
    : rings_{Ring(at_once_capacity), Ring(timed_capacity), Ring(timed_capacity),
             Ring(timed_capacity), Ring(timed_capacity)},
      port_(request, JackPortIsOutput, *this) {}

JackOutput::~JackOutput() {
  interrupted_ = false;
  closing_at_ = timestamp_now();
  std::size_t seen = 0;
  const auto went_on = [&] { return finished_ || cycles_played_ != seen; };
  do {
    seen = cycles_played_;
  } while (wait_until(steady_clock::now() + patience, went_on) && !finished_);
}

Sent JackOutput::write(std::span<const std::uint8_t> bytes) {
  return push(rings_.front(), bytes, {});
}

Sent JackOutput::write_at(std::span<const std::uint8_t> bytes, Timestamp when) {
  return push(timed_ring_for(when), bytes, when);
}

// The first in which the times do not go back. When there is none, the message has to wait for
// later ones.
Ring& JackOutput::timed_ring_for(Timestamp when) noexcept {
  for (std::size_t i = 1; i < rings; ++i) {
    if (when < last_when_[i] && !rings_[i].is_empty()) continue;
    last_when_[i] = when;
    return rings_[i];
  }
  return rings_.back();
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
  const bool is_finished = nothing_left_before(closing_at_);
  bool has_changed = is_finished != finished_;
  for (std::size_t i = 0; i < rings; ++i) {
    const std::size_t taken = rings_[i].taken();
    has_changed |= settled_[i].exchange(taken) != taken;
  }
  finished_ = is_finished;
  return has_changed;
}

bool JackOutput::nothing_left_before(Timestamp when) const noexcept {
  if (when == Timestamp::min() || !rings_.front().is_empty()) return false;
  return std::ranges::none_of(std::span(rings_).subspan(1), [when](const Ring& ring) {
    const auto next = ring.front();
    return next && next->when <= when;
  });
}

std::size_t JackOutput::taken() const noexcept {
  std::size_t sum = 0;
  for (const Ring& ring : rings_) sum += ring.taken();
  return sum;
}

bool JackOutput::is_empty() const noexcept { return std::ranges::all_of(rings_, &Ring::is_empty); }

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
  std::array<std::size_t, rings> pushed{};
  std::ranges::transform(rings_, pushed.begin(), &Ring::pushed);
  return wait_until(deadline, [&] {
    return std::ranges::equal(settled_, pushed, [](const auto& settled, std::size_t place) {
      return settled.load() >= place;
    });
  });
}

void JackOutput::interrupt() noexcept {
  interrupted_ = true;
  changes_.wake_all();
}

}  // namespace mido::jack
