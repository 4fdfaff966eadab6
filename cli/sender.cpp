// SPDX-License-Identifier: MIT
#include "cli/sender.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "cli/errors.hpp"
#include "mido/ports/errors.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

namespace {

// How long before its time a message is given to the port, which knows best how to keep it. More
// would be memory for nothing, and more to throw away when the user has enough.
constexpr std::chrono::seconds ahead{1};

Timestamp to_timestamp(Seconds time) { return std::chrono::round<Timestamp>(time); }

}  // namespace

void Sender::send(const TimedMessage& timed) {
  if (io_.stop.stop_requested()) stop();
  if (!zero_) zero_ = last_ = timestamp_now() - to_timestamp(timed.time.value_or(Seconds::zero()));
  if (timed.time) last_ = std::max(last_, *zero_ + to_timestamp(*timed.time));
  has_times_ = has_times_ || timed.time;
  if (!has_times_) return port_.send(timed.message);
  wait_until(last_ - ahead);
  port_.send_at(timed.message, last_);
}

void Sender::wait_until(Timestamp when) {
  if (!steady_clock_source().sleep_until(Seconds(when), io_.stop)) stop();
}

void Sender::finish() {
  if (has_times_) wait_until(last_);
  const std::stop_callback close_port(io_.stop, [this] { port_.close(); });
  bool all_out = false;
  try {
    all_out = port_.drain();
  } catch (const PortClosed&) {
    // By Ctrl-C.
  }
  if (io_.stop.stop_requested()) throw Interrupted();
  if (!all_out) throw PortError(fmt::format("port '{}' does not send any more", port_.name()));
  if (const auto lost = port_.lost(); lost > 0) {
    throw PortError(fmt::format("port '{}': {} messages could not be sent", port_.name(), lost));
  }
}

void Sender::stop() {
  port_.panic();
  port_.close();
  throw Interrupted();
}

}  // namespace mido::cli
