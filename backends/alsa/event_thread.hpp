// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <thread>

#include "client.hpp"
#include "wakeup.hpp"

namespace mido::alsa {

/// What reading from a client gave.
enum class Read {
  event,
  nothing,  ///< no more for now
  overrun,  ///< the kernel had no room: what was waiting is gone
  failed,   ///< and there will be no more
};

/// The client's next event; valid until the next call.
[[nodiscard]] Read read_event(const Client& client, snd_seq_event_t*& event) noexcept;

/// A thread that sleeps until a client has something to read. Ends with its destructor.
class EventThread {
 public:
  /// `take_all` reads until there is nothing; false ends the thread.
  EventThread(const Client& client, std::function<bool()> take_all);
  ~EventThread();
  EventThread(const EventThread&) = delete;
  EventThread& operator=(const EventThread&) = delete;

 private:
  Wakeup stop_;
  std::thread thread_;
};

}  // namespace mido::alsa
