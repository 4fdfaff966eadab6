// SPDX-License-Identifier: MIT
#include "mido/smf/syx.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/live_run.hpp"
#include "cli/program_run.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::LiveRun;
using testing::run;

const Message first = Sysex{.data = {1, 2, 3}};
const Message second = Sysex{.data = {4}};

class SyxCommand : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> receive(const std::vector<std::string>& options) const {
    std::vector<std::string> args{"syx", "receive", "-b", "memory", "synth", path_};
    args.insert(args.end(), options.begin(), options.end());
    return args;
  }

  TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "bank.syx").string();
  Output output_ = Backend("memory").open_output("synth");
};

TEST_F(SyxCommand, SendsAFile) {
  auto input = Backend("memory").open_input("synth");
  for (const bool text : {false, true}) {
    write_syx_file(path_, std::vector{first, second}, text);
    const auto result = run({"syx", "send", "-b", "memory", path_, "synth", "--interval", "5"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(result.out, "Sent 2 messages, 8 bytes.\n");
    const Received one = input.receive();
    const Received two = input.receive();
    EXPECT_EQ(one, first);
    EXPECT_EQ(two, second);
    EXPECT_GE(two.timestamp - one.timestamp, std::chrono::milliseconds(4));
  }
}

TEST_F(SyxCommand, SaysWhenADeviceTakesNoParts) {
  write_syx_file(path_, std::vector{first});
  const auto result = run({"syx", "send", "-b", "memory", path_, "synth", "--chunk", "2"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("whole sysex messages only"));
}

TEST_F(SyxCommand, StopsSendingWhenInterrupted) {
  auto input = Backend("memory").open_input("synth");
  write_syx_file(path_, std::vector{first, second});
  LiveRun sender({"syx", "send", "-b", "memory", path_, "synth", "--interval", "60000"});
  EXPECT_EQ(input.receive(), first);
  sender.interrupt();
  EXPECT_EQ(sender.exit_code(), 130);
}

TEST_F(SyxCommand, SaysWhatIsWrongWithAFile) {
  write_syx_file(path_, {});
  EXPECT_THAT(run({"syx", "send", "-b", "memory", path_, "synth"}).err,
              HasSubstr(path_ + ": there is no sysex message in it"));
  EXPECT_EQ(run({"syx", "send", "-b", "memory", path_ + "x", "synth"}).code, 1);
}

TEST_F(SyxCommand, ReceivesUntilACount) {
  LiveRun receiver(receive({"--count", "2"}));
  receiver.err.wait_for("Ctrl-C ends\n");
  output_.send(first);
  output_.send(NoteOn{.note = 60});
  output_.send(second);
  EXPECT_EQ(receiver.exit_code(), 0);
  EXPECT_EQ(receiver.out.wait_for("\n"), "Received 2 messages, 8 bytes.\n");
  EXPECT_THAT(read_syx_file(path_), ElementsAre(first, second));
}

TEST_F(SyxCommand, ReceivesUntilSilenceAsText) {
  LiveRun receiver(receive({"--silence", "0.01", "--text"}));
  receiver.err.wait_for("Ctrl-C ends\n");
  output_.send(first);
  EXPECT_EQ(receiver.exit_code(), 0);
  EXPECT_EQ(std::filesystem::file_size(path_), 15U);  // F0 01 02 03 F7
  EXPECT_THAT(read_syx_file(path_), ElementsAre(first));
}

TEST_F(SyxCommand, HasOnTheDiskWhatCame) {
  LiveRun receiver(receive({}));
  receiver.err.wait_for("Ctrl-C ends\n");
  output_.send(first);
  while (!std::filesystem::exists(path_)) std::this_thread::yield();
  EXPECT_THAT(read_syx_file(path_), ElementsAre(first));
  output_.send(second);
  receiver.interrupt();
  EXPECT_EQ(receiver.exit_code(), 0);
  EXPECT_THAT(read_syx_file(path_), ElementsAre(first, second));
}

TEST_F(SyxCommand, WritesNoFileWhenNothingCame) {
  LiveRun receiver(receive({}));
  receiver.interrupt();
  EXPECT_EQ(receiver.exit_code(), 1);
  EXPECT_THAT(receiver.err.wait_for("written"), HasSubstr("no sysex message came"));
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(SyxCommand, DoesNotOverwriteAFileByAccident) {
  write_syx_file(path_, std::vector{first});
  const auto result = run(receive({"--count", "1"}));
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("would be overwritten; --force says that it shall be"));
}

TEST_F(SyxCommand, ExplainsItself) {
  for (const std::string action : {"send", "receive"}) {
    const auto result = run({"syx", action, "--help"});
    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("Usage: mido syx " + action));
    EXPECT_THAT(result.out, HasSubstr("Examples:\n  mido syx " + action));
    EXPECT_EQ(run({"syx", action}).code, 2);
  }
  EXPECT_EQ(run({"syx"}).code, 2);
  EXPECT_EQ(run({"syx", "play"}).code, 2);
}

}  // namespace
}  // namespace mido::cli
