// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <stop_token>

namespace mido::cli {

struct TerminalSize {
  int columns = 80;
  int rows = 24;
};

/// A terminal that understands control sequences and UTF-8.
class Terminal {
 public:
  Terminal() = default;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  virtual ~Terminal() = default;

  [[nodiscard]] virtual bool has_colors() const = 0;
  [[nodiscard]] virtual TerminalSize size() const = 0;
  /// Whether a frame can be drawn now: the program is in the foreground, and writing does not
  /// wait because of Ctrl-S or a slow connection.
  [[nodiscard]] virtual bool is_ready() const = 0;
  /// Whether keys are shown as they are typed, which would spoil a picture.
  virtual void set_echo(bool on) = 0;
};

/// Standard output, or nothing when it is no terminal to draw on.
[[nodiscard]] std::unique_ptr<Terminal> standard_terminal();

/// Whether standard error is a terminal, of whatever kind.
[[nodiscard]] bool standard_error_is_terminal();

/// Ctrl-Z: the player wants to fall silent before the program sleeps.
class JobControl {
 public:
  JobControl() = default;
  JobControl(const JobControl&) = delete;
  JobControl& operator=(const JobControl&) = delete;
  virtual ~JobControl() = default;

  [[nodiscard]] virtual bool suspend_requested() const = 0;
  /// Sleeps until the user continues the program.
  virtual void suspend() = 0;
};

/// Turns the signals that end or suspend a program into requests. A second Ctrl-C ends it at once.
/// Make it before any other thread: they inherit that signals do not interrupt them.
class Signals : public JobControl {
 public:
  [[nodiscard]] virtual std::stop_token stop() const = 0;
  /// What the program returns when it was stopped: 128 and the signal's number.
  [[nodiscard]] virtual int exit_code() const = 0;
};

[[nodiscard]] std::unique_ptr<Signals> handle_signals();

}  // namespace mido::cli
