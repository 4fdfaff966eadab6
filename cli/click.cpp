// SPDX-License-Identifier: MIT
#include "cli/click.hpp"

#include <chrono>
#include <utility>

namespace mido::cli {

namespace {

constexpr Channel drums = 9;
constexpr Note high_wood_block = 76;
constexpr Note low_wood_block = 77;
constexpr std::chrono::milliseconds duration{30};

}  // namespace

Timestamp Beats::moment(std::int64_t beat) const {
  using Microseconds = std::chrono::duration<double, std::micro>;
  const Microseconds quarter(int{tempo});
  const auto since_zero =
      quarter * (static_cast<double>(beat) * 4 / time_signature.denominator.value());
  return zero + std::chrono::round<Timestamp>(since_zero);
}

Click::Click(Output port, const Beats& beats, std::int64_t first)
    : port_(std::move(port)), beats_(beats), next_(first) {}

void Click::play_until(Timestamp moment) {
  for (auto when = beats_.moment(next_); when < moment; when = beats_.moment(next_)) {
    const Note note = next_ % beats_.in_a_bar() == 0 ? high_wood_block : low_wood_block;
    port_.send_at(NoteOn{.channel = drums, .note = note, .velocity = 100}, when);
    port_.send_at(NoteOff{.channel = drums, .note = note}, when + duration);
    ++next_;
  }
}

}  // namespace mido::cli
