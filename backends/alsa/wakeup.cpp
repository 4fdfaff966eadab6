// SPDX-License-Identifier: MIT
#include "wakeup.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <string>
#include <system_error>

#include "mido/ports/errors.hpp"

namespace mido::alsa {

namespace {

using std::chrono::nanoseconds;

timespec time_until(Wakeup::Deadline deadline) {
  const nanoseconds rest =
      std::max<nanoseconds>(deadline - std::chrono::steady_clock::now(), nanoseconds::zero());
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(rest);
  timespec result{};
  result.tv_sec = seconds.count();
  result.tv_nsec = (rest - seconds).count();
  return result;
}

}  // namespace

Wakeup::Wakeup() : event_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (event_ < 0) throw PortError("eventfd: " + std::generic_category().message(errno));
}

Wakeup::~Wakeup() { close(event_); }

void Wakeup::signal() noexcept {
  // Fails only when it is signalled beyond counting: then it is signalled all the same.
  [[maybe_unused]] const auto written = eventfd_write(event_, 1);
}

Wakeup::Reason Wakeup::wait(int descriptor, short events, Deadline deadline) noexcept {
  std::array<pollfd, 2> waited{{{.fd = event_, .events = POLLIN, .revents = 0},
                                {.fd = descriptor, .events = events, .revents = 0}}};
  const nfds_t count = events == 0 ? 1 : waited.size();
  int ready = 0;
  do {
    const timespec rest = time_until(deadline);
    ready = ppoll(waited.data(), count, deadline == never ? nullptr : &rest, nullptr);
  } while (ready < 0 && errno == EINTR);

  if (waited[0].revents != 0) {
    eventfd_t signals = 0;
    [[maybe_unused]] const auto read = eventfd_read(event_, &signals);
    return Reason::signalled;
  }
  return ready == 0 ? Reason::late : Reason::ready;
}

}  // namespace mido::alsa
