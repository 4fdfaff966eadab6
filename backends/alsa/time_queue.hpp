// SPDX-License-Identifier: MIT
#pragma once

#include "client.hpp"
#include "mido/values/timestamp.hpp"

namespace mido::alsa {

/// A running queue of the sequencer: the kernel's clock, which stamps what arrives and says when to
/// send what is scheduled. A machine has 32 of them, so that ports share one.
class TimeQueue {
 public:
  /// What is scheduled goes out at one of `ticks_per_second`. Throws PortError.
  explicit TimeQueue(unsigned ticks_per_second);

  [[nodiscard]] int id() const noexcept { return id_; }

  /// What turns the queue's time into that of steady_clock. It is measured, since the two may
  /// drift apart. Thread-safe: yes.
  [[nodiscard]] Timestamp offset() const noexcept;

 private:
  Client client_;
  int id_;
};

/// The time of an event, or of a queue.
[[nodiscard]] inline Timestamp timestamp_of(const snd_seq_real_time_t& time) noexcept {
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}
[[nodiscard]] snd_seq_real_time_t real_time_of(Timestamp time) noexcept;

}  // namespace mido::alsa
