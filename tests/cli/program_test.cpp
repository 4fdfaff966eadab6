// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <gmock/gmock.h>

#include <array>

#include "cli/program_run.hpp"
#include "mido/version.hpp"

namespace mido::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::run;
using ::testing::StartsWith;

std::vector<std::string> arguments_of(std::vector<const char*> argv) { return arguments(argv); }

TEST(Program, IsTheCommandItIsCalledBy) {
  EXPECT_THAT(arguments_of({"mido", "play", "a.mid"}), ElementsAre("play", "a.mid"));
  EXPECT_THAT(arguments_of({"/usr/bin/mido-play", "a.mid"}), ElementsAre("play", "a.mid"));
  EXPECT_THAT(arguments_of({"mido-ports"}), ElementsAre("ports"));
  EXPECT_THAT(arguments_of({}), IsEmpty());
}

TEST(Program, ExplainsItself) {
  for (const auto& args : {std::vector<std::string>{}, {"--help"}, {"-h"}, {"help"}}) {
    const auto result = run(args);
    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("Usage: mido COMMAND"));
    EXPECT_THAT(result.err, IsEmpty());
    for (const Command* command : commands()) {
      EXPECT_THAT(result.out, HasSubstr(std::string(command->name)));
      EXPECT_THAT(result.out, HasSubstr(std::string(command->summary)));
    }
  }
}

TEST(Program, ExplainsEveryCommand) {
  for (const Command* command : commands()) {
    const std::string name(command->name);
    const auto by_option = run({name, "--help"});
    EXPECT_EQ(by_option.code, 0);
    EXPECT_THAT(by_option.out, HasSubstr("Usage: mido " + name));
    EXPECT_THAT(by_option.out, HasSubstr("-h,--help"));
    EXPECT_THAT(by_option.out, HasSubstr("Examples:\n  mido " + name));
    EXPECT_EQ(by_option.out.back(), '\n');
    EXPECT_THAT(by_option.err, IsEmpty());
    EXPECT_EQ(run({"help", name}).out, by_option.out);
  }
}

TEST(Program, SaysItsVersion) {
  const auto result = run({"--version"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.out, "mido " + std::string(version) + "\n");
}

TEST(Program, SuggestsTheCommandThatWasMeant) {
  const auto result = run({"plya", "song.mid"});
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(result.err, "mido: there is no command 'plya'; did you mean 'mido play'?\n");
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(run({"help", "prots"}).err, HasSubstr("did you mean 'mido ports'?"));
}

TEST(Program, SuggestsNothingForWhatIsLikeNoCommand) {
  const auto result = run({"xylophone"});
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("'mido --help' lists"));
}

TEST(Program, RefusesUnknownOptions) {
  EXPECT_EQ(run({"--bogus"}).code, 2);
  for (const Command* command : commands()) {
    const auto result = run({std::string(command->name), "--bogus", "x"});
    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, StartsWith("mido: " + std::string(command->name) + ": "));
    EXPECT_THAT(result.err, HasSubstr("--bogus"));
  }
}

TEST(Program, ReportsErrorsInOneLineThatIsSafeOnATerminal) {
  const auto result = run({"play", "no\x1b[2J\nsuch.mid"});
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.err, "mido: no\uFFFD[2J such.mid: No such file or directory\n");
}

TEST(Program, FailsWhenItsOutputCannotBeWritten) {
  std::ostream broken(nullptr);
  std::ostringstream err;
  Io io{.out = broken, .err = err};
  const std::array<std::string, 1> args{"--help"};
  EXPECT_EQ(run_program(args, io), 1);
  EXPECT_THAT(err.str(), StartsWith("mido: standard output: "));
}

}  // namespace
}  // namespace mido::cli
