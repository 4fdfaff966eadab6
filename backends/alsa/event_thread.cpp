// SPDX-License-Identifier: MIT
#include "event_thread.hpp"

#include <poll.h>

#include <cerrno>
#include <utility>

namespace mido::alsa {

Read read_event(const Client& client, snd_seq_event_t*& event) noexcept {
  const int result = snd_seq_event_input(client.get(), &event);
  if (result >= 0) return Read::event;
  switch (result) {
    case -EAGAIN:
    case -EINTR:
      return Read::nothing;
    case -ENOSPC:
      return Read::overrun;
    default:
      return Read::failed;
  }
}

EventThread::EventThread(const Client& client, std::function<bool()> take_all)
    : thread_([this, descriptor = client.descriptor(), take = std::move(take_all)] {
        while (stop_.wait(descriptor, POLLIN) == Wakeup::Reason::ready && take()) {
        }
      }) {}

EventThread::~EventThread() {
  stop_.signal();
  thread_.join();
}

}  // namespace mido::alsa
