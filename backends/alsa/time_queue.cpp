// SPDX-License-Identifier: MIT
#include "time_queue.hpp"

#include <thread>

namespace mido::alsa {

namespace {

// A timer begins with the next tick of others that run already, and the queue does not know.
constexpr auto slowest_tick = std::chrono::milliseconds(5);

// The queue's time was read between `before` and `after`.
struct Measurement {
  Timestamp before;
  Timestamp queue;
  Timestamp after;

  [[nodiscard]] Timestamp uncertainty() const { return after - before; }
  [[nodiscard]] Timestamp offset() const { return before + uncertainty() / 2 - queue; }
};

}  // namespace

TimeQueue::TimeQueue(unsigned ticks_per_second)
    : client_("mido clock", Client::Mode::output),
      id_(check(snd_seq_alloc_named_queue(client_.get(), "mido"), "ALSA queue")) {
  const QueueTimer timer;
  check(snd_seq_get_queue_timer(client_.get(), id_, timer.get()), "ALSA timer");
  snd_seq_queue_timer_set_resolution(timer.get(), ticks_per_second);
  check(snd_seq_set_queue_timer(client_.get(), id_, timer.get()), "ALSA timer");
  check(snd_seq_start_queue(client_.get(), id_, nullptr), "ALSA queue");
  check(snd_seq_drain_output(client_.get()), "ALSA queue");
  std::this_thread::sleep_for(slowest_tick);
}

Timestamp TimeQueue::offset() const noexcept {
  constexpr auto good_enough = std::chrono::microseconds(20);
  constexpr int most_tries = 4;
  snd_seq_queue_status_t* status = nullptr;
  snd_seq_queue_status_alloca(&status);
  Measurement best{.before = {}, .queue = {}, .after = Timestamp::max()};
  for (int i = 0; i < most_tries && best.uncertainty() > good_enough; ++i) {
    Measurement next{};
    next.before = timestamp_now();
    snd_seq_get_queue_status(client_.get(), id_, status);
    next.after = timestamp_now();
    next.queue = timestamp_of(*snd_seq_queue_status_get_real_time(status));
    if (next.uncertainty() < best.uncertainty()) best = next;
  }
  return best.offset();
}

snd_seq_real_time_t real_time_of(Timestamp time) noexcept {
  if (time < Timestamp::zero()) time = Timestamp::zero();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
  return {.tv_sec = static_cast<unsigned>(seconds.count()),
          .tv_nsec = static_cast<unsigned>((time - seconds).count())};
}

}  // namespace mido::alsa
