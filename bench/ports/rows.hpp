// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "bench/ports/figures.hpp"

/// What is measured. A message is sent when nothing else goes on, 500 times; its latency is from
/// before send() until the receiver has it.
namespace bench::ports {

/// From thread to thread in this process, where the receiver waits for `ports` of them.
[[nodiscard]] Figures wake_up(std::size_t ports);

/// A second of waiting in receive() for nothing: sleeps and time of the CPU.
[[nodiscard]] Figures idle();

/// Through a backend, from a virtual output to an input that is connected to it: latency; a burst
/// of `burst` messages, how many arrive, and how many a second; CPU time for each.
[[nodiscard]] Figures through(const std::string& backend, int burst);

/// The least that JACK can: a ring, a process callback, and no library on top.
[[nodiscard]] Figures bare_jack();

}  // namespace bench::ports
