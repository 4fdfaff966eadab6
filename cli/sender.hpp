// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cli/io.hpp"
#include "cli/timed_message.hpp"
#include "mido/ports/output.hpp"

namespace mido::cli {

/// Sends messages with their times: the first that has one at once, the others as much later as
/// they say, those that are late at once. One without a time goes with the one before it.
class Sender {
 public:
  /// Both outlive the sender.
  Sender(Output& port, Io& io) : port_(port), io_(io) {}

  /// May wait for the time of the message. Throws Interrupted, after all notes were ended, or what
  /// Output throws.
  void send(const TimedMessage& timed);
  /// Waits until all is out. Throws as above, and PortError when something could not be sent.
  void finish();

 private:
  [[nodiscard]] Timestamp moment_of(Seconds time);
  void wait_until(Timestamp when);
  [[noreturn]] void stop();

  Output& port_;
  Io& io_;
  std::optional<Timestamp> zero_;  // when time 0 is: known from the first message with a time
  Timestamp last_{};               // of those sent so far; only if zero_
};

}  // namespace mido::cli
