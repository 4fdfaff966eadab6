// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/program_run.hpp"
#include "support/program_on_terminal.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::ProgramOnTerminal;
using ::mido::testing::TemporaryFolder;
using std::chrono::steady_clock;
using ::testing::EndsWith;

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
