// SPDX-License-Identifier: MIT
//
// The only file that knows the operating system.
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <initializer_list>
#include <string>
#include <string_view>
#include <thread>

#include "cli/environment.hpp"
#include "cli/terminal.hpp"

namespace mido::cli {

namespace {

/// A locale that names no charset, as in a container, says nothing about the terminal.
bool charset_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto locale = environment(name).value_or("");
    if (locale.empty()) continue;
    const auto dot = locale.find('.');
    if (dot == std::string::npos) return true;
    const auto charset = std::string_view(locale).substr(dot + 1);
    return charset.starts_with("UTF-8") || charset.starts_with("utf8") ||
           charset.starts_with("utf-8") || charset.starts_with("UTF8");
  }
  return true;
}

class PosixTerminal final : public Terminal {
 public:
  PosixTerminal() { has_input_ = tcgetattr(STDIN_FILENO, &original_) == 0; }
  ~PosixTerminal() override { set_echo(true); }
  PosixTerminal(const PosixTerminal&) = delete;
  PosixTerminal& operator=(const PosixTerminal&) = delete;

  bool has_colors() const override { return !is_in_environment("NO_COLOR"); }

  TerminalSize size() const override {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
      return {};
    }
    return {.columns = size.ws_col, .rows = size.ws_row};
  }

  bool is_ready() const override {
    pollfd output{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
    return in_foreground() && poll(&output, 1, 0) == 1 && (output.revents & POLLOUT) != 0;
  }

  void set_echo(bool on) override {
    if (!has_input_ || on == echo_ || !in_foreground()) return;
    termios wanted = original_;
    if (!on) wanted.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &wanted);
    echo_ = on;
  }

 private:
  /// A terminal that does not control the program has no background.
  static bool in_foreground() {
    const pid_t group = tcgetpgrp(STDOUT_FILENO);
    return group == -1 || group == getpgrp();
  }

  termios original_{};
  bool has_input_ = false;
  bool echo_ = true;
};

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// Ends the program as if the signal had never been handled.
void die_of(int signal) {
  constexpr std::string_view show_cursor = "\x1b[0m\x1b[?25h\n";
  if (isatty(STDOUT_FILENO) == 1) {
    [[maybe_unused]] const auto written =
        ::write(STDOUT_FILENO, show_cursor.data(), show_cursor.size());
  }
  ::signal(signal, SIG_DFL);
  const sigset_t set = set_of({signal});
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  raise(signal);
}

/// A thread of its own takes the signals, so that nothing has to be done in a signal handler.
class PosixSignals final : public Signals {
 public:
  PosixSignals() : handled_(set_of({SIGINT, SIGTERM, SIGTSTP, wake_up})) {
    if (!is_ignored(SIGHUP)) sigaddset(&handled_, SIGHUP);  // nohup ignores it
    ::signal(SIGPIPE, SIG_IGN);                             // the write fails instead
    pthread_sigmask(SIG_BLOCK, &handled_, nullptr);
    thread_ = std::thread([this] { take_signals(); });
  }
  ~PosixSignals() override {
    done_ = true;
    pthread_kill(thread_.native_handle(), wake_up);
    thread_.join();
  }
  PosixSignals(const PosixSignals&) = delete;
  PosixSignals& operator=(const PosixSignals&) = delete;

  std::stop_token stop() const override { return stop_.get_token(); }
  int exit_code() const override { return 128 + stopped_by_; }
  bool suspend_requested() const override { return suspend_requested_; }

  void suspend() override {
    suspend_requested_ = false;
    raise(SIGSTOP);
  }

 private:
  static constexpr int wake_up = SIGUSR2;

  void take_signals() {
    int signal = 0;
    while (sigwait(&handled_, &signal) == 0 && !done_) {
      if (signal == wake_up) continue;
      if (signal == SIGTSTP) {
        suspend_requested_ = true;
      } else if (stop_.stop_requested()) {
        die_of(signal);
      } else {
        stopped_by_ = signal;
        stop_.request_stop();
      }
    }
  }

  sigset_t handled_;
  std::stop_source stop_;
  std::atomic<int> stopped_by_{SIGINT};
  std::atomic<bool> suspend_requested_{false};
  std::atomic<bool> done_{false};
  std::thread thread_;
};

}  // namespace

std::unique_ptr<Terminal> standard_terminal() {
  const auto kind = environment("TERM").value_or("");
  if (isatty(STDOUT_FILENO) != 1 || kind.empty() || kind == "dumb" || !charset_is_utf8()) return {};
  return std::make_unique<PosixTerminal>();
}

bool standard_error_is_terminal() { return isatty(STDERR_FILENO) == 1; }

std::unique_ptr<Signals> handle_signals() { return std::make_unique<PosixSignals>(); }

}  // namespace mido::cli
