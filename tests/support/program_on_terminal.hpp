// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "support/environment.hpp"

namespace mido::testing {

/// The program `mido` in a process of its own, on a terminal of its own.
class ProgramOnTerminal {
 public:
  explicit ProgramOnTerminal(std::vector<std::string> args) {
    args.insert(args.begin(), "mido");
    std::vector<char*> argv;
    for (auto& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    const ScopedVariable type("TERM", "xterm-256color");
    const ScopedVariable locale("LC_ALL", "C.UTF-8");
    winsize size{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
    pid_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ == 0) {
      execv(MIDO_PROGRAM, argv.data());
      _exit(127);
    }
  }
  ProgramOnTerminal(const ProgramOnTerminal&) = delete;
  ProgramOnTerminal& operator=(const ProgramOnTerminal&) = delete;
  ~ProgramOnTerminal() {
    close(terminal_);
    if (!waited_) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
  }

  /// Reads until the program has written that text, or has ended.
  void wait_for(const std::string& text) {
    while (written_.find(text) == std::string::npos && read_some()) {
    }
  }

  void type(const std::string& keys) const {
    ASSERT_EQ(write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }
  void signal(int number) const { kill(pid_, number); }

  void wait_until_suspended() const {
    int status = 0;
    ASSERT_EQ(waitpid(pid_, &status, WUNTRACED), pid_);
    ASSERT_TRUE(WIFSTOPPED(status));
  }

  /// As a shell says it: the exit code, or 128 and the signal that ended the program.
  int exit_code() {
    while (read_some()) {
    }
    int status = 0;
    waitpid(pid_, &status, 0);
    waited_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

  /// Everything that was read so far.
  [[nodiscard]] const std::string& written() const { return written_; }

 private:
  bool read_some() {
    char buffer[4096];
    const auto count = read(terminal_, buffer, sizeof buffer);
    if (count > 0) written_.append(buffer, static_cast<std::size_t>(count));
    return count > 0;
  }

  int terminal_ = -1;
  pid_t pid_ = -1;
  bool waited_ = false;
  std::string written_;
};

}  // namespace mido::testing
