// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cli/io.hpp"
#include "cli/timed_message.hpp"
#include "mido/ports/output.hpp"

namespace mido::cli {

/// Sends messages with their times: the first at once, the others as much later as they say, those
/// that are late at once. One without a time goes with the one before it; the first is then at 0.
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
  void wait_until(Timestamp when);
  [[noreturn]] void stop();

  Output& port_;
  Io& io_;
  std::optional<Timestamp> zero_;  // when time 0 is: known from the first message
  Timestamp last_{};               // of those sent so far; only if zero_
  bool has_times_ = false;         // from then on the port has messages for later
};

}  // namespace mido::cli
