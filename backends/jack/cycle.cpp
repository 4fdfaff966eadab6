// SPDX-License-Identifier: MIT
#include "cycle.hpp"

#include <algorithm>
#include <cmath>

namespace mido::jack {

namespace {

Timestamp from_jack(jack_time_t time) {
  return std::chrono::microseconds(static_cast<std::int64_t>(time));
}

}  // namespace

// A measurement says between which bounds the offset is. A thread that was kept from running makes
// them wider, and what is known already stays.
Timestamp ClockOffset::measure() noexcept {
  constexpr auto resolution = std::chrono::microseconds(1);
  const Timestamp before = timestamp_now();
  const Timestamp jack = from_jack(jack_get_time());
  const Timestamp after = timestamp_now();
  const Timestamp least = before - jack - resolution;
  const Timestamp most = after - jack;
  if (offset_ < least || offset_ > most) offset_ = least + (most - least) / 2;
  return offset_;
}

Cycle Cycle::current(jack_client_t* client, jack_nframes_t frames, ClockOffset& offset) noexcept {
  jack_nframes_t first_frame = 0;
  jack_time_t begin = 0;
  jack_time_t next = 0;
  float period = 0;
  if (jack_get_cycle_times(client, &first_frame, &begin, &next, &period) == 0 && next > begin) {
    return {frames, from_jack(begin) + offset.measure(), from_jack(next - begin)};
  }
  // The server's timer knows nothing before its second cycle.
  constexpr auto second = Timestamp(std::chrono::seconds(1));
  return {frames, timestamp_now(), second * std::int64_t{frames} / jack_get_sample_rate(client)};
}

// Counted as jack_time_to_frames() does, so that both name the same frame.
jack_nframes_t Cycle::frame_of(Timestamp when) const noexcept {
  if (when <= begin) return 0;
  const auto ahead = static_cast<double>((when - begin).count());
  const double frame = std::rint(ahead / static_cast<double>(length.count()) * frames);
  return static_cast<jack_nframes_t>(std::min(frame, static_cast<double>(frames)));
}

}  // namespace mido::jack
