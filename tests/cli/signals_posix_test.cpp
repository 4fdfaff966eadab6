// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/program_run.hpp"
#include "support/environment.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using std::chrono::steady_clock;
using ::testing::EndsWith;

/// The program in a process of its own, on a terminal of its own.
class ProgramOnTerminal {
 public:
  explicit ProgramOnTerminal(std::vector<std::string> args) {
    args.insert(args.begin(), "mido-play");
    std::vector<char*> argv;
    for (auto& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    const mido::testing::ScopedVariable type("TERM", "xterm-256color");
    const mido::testing::ScopedVariable locale("LC_ALL", "C.UTF-8");
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

constexpr const char* picture = "Grand";  // the instrument, in the last row

/// A note that is held for hours.
class LongNote : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> play(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> args{"-b", "memory", "-o", "x"};
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

TEST_F(LongNote, EndsWhenNobodyReadsItsOutput) {
  std::vector<TrackEvent> events;
  for (int i = 0; i < 1000; ++i) events.emplace_back(NoteOn{.note = 60}, 10);
  const auto song = testing::save(folder_, "notes.mid", testing::song_of(events));
  const std::string command = "bash -c '" MIDO_PROGRAM " play -m -b memory -o x " + song +
                              " | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}'";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 141);
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
