// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "cli/environment.hpp"
#include "cli/pager.hpp"
#include "mido/values/errors.hpp"

extern char** environ;  // NOLINT(readability-identifier-naming)

namespace mido::cli {

namespace {

/// This program blocks and ignores signals, which its child would inherit.
class UsualSignals {
 public:
  UsualSignals() {
    sigset_t none;
    sigemptyset(&none);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~UsualSignals() { posix_spawnattr_destroy(&attributes_); }
  UsualSignals(const UsualSignals&) = delete;
  UsualSignals& operator=(const UsualSignals&) = delete;

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

[[noreturn]] void fail(int reason) {
  throw Error("the pager: " + std::generic_category().message(reason));
}

/// Returns the process; its standard input is the end of the pipe.
pid_t start(std::string command, int input) {
  std::string shell = "sh";
  std::string option = "-c";
  const std::array<char*, 4> arguments{shell.data(), option.data(), command.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  pid_t process = 0;
  const int error =
      posix_spawn(&process, "/bin/sh", &actions, UsualSignals().get(), arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fail(error);
  return process;
}

/// Up to the end, or until nobody reads on.
void feed(int pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(pipe, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void show_in_pager(std::string_view text) {
  // As git does: leave when all fits on the screen, keep colours, leave the picture there.
  const std::string usual = is_in_environment("LESS") ? "less" : "LESS=FRX less";
  const std::string wanted = environment("PAGER").value_or("");
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) fail(errno);
  ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  ::fcntl(ends[1], F_SETFD, FD_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  const pid_t process = start(wanted.empty() ? usual + " 2>/dev/null || cat" : wanted, ends[0]);
  ::close(ends[0]);
  feed(ends[1], text);
  ::close(ends[1]);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
}

}  // namespace mido::cli
