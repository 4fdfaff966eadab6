// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/ports/figures.hpp"

/// What is measured. Messages are sent one by one, when nothing else goes on; the latency of one is
/// from before send() until the receiving thread has it.
namespace bench::ports {

/// From thread to thread in this process, where the receiver waits for `ports` of them.
[[nodiscard]] Figures wake_up(std::size_t ports);

/// A second of waiting in receive() for nothing: sleeps and time of the CPU.
[[nodiscard]] Figures idle();

/// Through each backend, from a virtual output to an input that is connected to it: latency; a
/// burst of `burst` messages, how many arrive, and how many a second; CPU time for each. A row
/// `bare_jack` comes first when `beside_bare_jack`: the same latency without the library.
[[nodiscard]] std::vector<Figures> through(const std::vector<std::string>& backends, int burst,
                                           bool beside_bare_jack);

/// The latencies, in microseconds, of the least that JACK can: a count of messages, a process
/// callback, a semaphore, and no library on top. Throws std::runtime_error.
[[nodiscard]] std::vector<double> bare_jack(std::size_t messages);

}  // namespace bench::ports
