// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <gmock/gmock.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "cli/errors.hpp"
#include "cli/program_run.hpp"
#include "cli/terminal.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using std::chrono::steady_clock;
using ::testing::EndsWith;
using ::testing::HasSubstr;

/// The program in a process of its own, on a terminal of its own.
class ProgramOnTerminal {
 public:
  explicit ProgramOnTerminal(const std::vector<std::string>& args) {
    winsize size{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
    pid_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ == 0) _exit(run_here(args));
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

  [[nodiscard]] const std::string& written() const { return written_; }

 private:
  static int run_here(const std::vector<std::string>& args) {
    setenv("TERM", "xterm-256color", 1);
    unsetenv("NO_COLOR");
    const auto signals = handle_signals();
    const auto terminal = standard_terminal();
    Io io{.out = std::cout,
          .err = std::cerr,
          .terminal = terminal.get(),
          .stop = signals->stop(),
          .job_control = signals.get()};
    const int code = run_program(args, io);
    return code == exit_code::interrupted ? signals->exit_code() : code;
  }

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

constexpr const char* picture = "Grand";  // the instrument, in the last row

/// A note that is held for hours.
class LongNote : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> play(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> args{"play", "-b", "memory", "-o", "x"};
    args.insert(args.end(), options.begin(), options.end());
    args.push_back(song_);
    return args;
  }

  TemporaryFolder folder_;
  std::string song_ =
      testing::save(folder_, "song.mid",
                    testing::song_of({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 10000000}}));
};

TEST_F(LongNote, EndsAtOnceByCtrlC) {
  ProgramOnTerminal program(play());
  program.wait_for(picture);
  const auto begin = steady_clock::now();
  program.type("\x03");
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(1));
  EXPECT_THAT(program.written(), EndsWith("\x1b[J\x1b[?25h"));
}

TEST_F(LongNote, EndsAtOnceWithoutAPicture) {
  ProgramOnTerminal program(play({"-m"}));
  program.wait_for("note_on");
  const auto begin = steady_clock::now();
  program.signal(SIGINT);
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(1));
}

TEST_F(LongNote, EndsBySigtermWithItsExitCode) {
  ProgramOnTerminal program(play());
  program.wait_for(picture);
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 143);
}

TEST_F(LongNote, LeavesTheTerminalToTheShellWhileSuspended) {
  ProgramOnTerminal program(play());
  program.wait_for(picture);
  program.signal(SIGTSTP);
  program.wait_until_suspended();
  program.signal(SIGCONT);
  program.wait_for("\x1b[J\x1b[?25h\x1b[?25l");
  program.signal(SIGINT);
  EXPECT_EQ(program.exit_code(), 130);
}

TEST_F(LongNote, DoesNotShowWhatIsTyped) {
  ProgramOnTerminal program(play());
  program.wait_for(picture);
  program.type("typed\n");
  program.type("\x03");
  EXPECT_EQ(program.exit_code(), 130);
  EXPECT_EQ(program.written().find("typed"), std::string::npos);
}

}  // namespace
}  // namespace mido::cli
