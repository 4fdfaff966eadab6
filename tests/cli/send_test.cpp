// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <sstream>
#include <vector>

#include "cli/live_run.hpp"
#include "cli/program_run.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::LiveRun;
using testing::run;

class SendCommand : public ::testing::Test {
 protected:
  /// Runs it with a text as standard input.
  static cli::testing::Run send(const std::string& text) {
    std::istringstream in(text);
    std::ostringstream out;
    std::ostringstream err;
    Io io{.out = out, .err = err, .in = &in};
    const int code = run_program(std::vector<std::string>{"send", "-b", "memory", "wire"}, io);
    return {.code = code, .out = out.str(), .err = err.str()};
  }
  std::vector<Received> received() {
    std::vector<Received> messages;
    for (const auto& message : input_.iter_pending()) messages.push_back(message);
    return messages;
  }
  std::vector<std::string> hex() {
    std::vector<std::string> messages;
    for (const auto& message : received()) messages.push_back(message.hex());
    return messages;
  }

  Input input_ = Backend("memory").open_input("wire");
};

TEST_F(SendCommand, SendsItsArguments) {
  const auto result = run({"send", "-b", "memory", "wire", "note_on note=60", "clock"});
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(hex(), ElementsAre("90 3C 40", "F8"));
}

TEST_F(SendCommand, TakesMessagesThatTheShellHasSplit) {
  const auto result = run({"send", "-b", "memory", "wire", "note_on", "note=60", "velocity=1",
                           "0.01", "note_off", "note=60", "0.02", "stop"});
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(hex(), ElementsAre("90 3C 01", "80 3C 40", "FC"));
}

TEST_F(SendCommand, CountsFromTheFirstMessageAlsoIfItHasNoTime) {
  const Timestamp begin = timestamp_now();
  EXPECT_EQ(run({"send", "-b", "memory", "wire", "start", "0.05 stop"}).code, 0);
  const auto messages = received();
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_GE(messages[1].timestamp - begin, milliseconds(50));
}

TEST_F(SendCommand, TakesBytes) {
  EXPECT_EQ(run({"send", "-b", "memory", "wire", "--hex", "90", "3C", "40"}).code, 0);
  EXPECT_EQ(run({"send", "-b", "memory", "wire", "--hex", "F0 01 F7"}).code, 0);
  EXPECT_THAT(hex(), ElementsAre("90 3C 40", "F0 01 F7"));
}

TEST_F(SendCommand, ReadsWhatMonitorWrites) {
  const Timestamp begin = timestamp_now();
  const auto result = send(
      "# a log\n"
      "    7.000000  note_on channel=0 note=60 velocity=64   # Piano\n"
      "\n"
      "    7.050000  note_off channel=0 note=60 velocity=64  # Piano\n");
  EXPECT_EQ(result.code, 0) << result.err;
  const auto messages = received();
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_GE(messages[1].timestamp - begin, milliseconds(50));
}

TEST_F(SendCommand, SendsWhatIsLateAtOnce) {
  EXPECT_EQ(send("1000 start\n0 stop\nclock\n").code, 0);
  EXPECT_THAT(hex(), ElementsAre("FA", "FC", "F8"));
}

TEST_F(SendCommand, NamesTheLineOfAnErrorAndGoesOn) {
  const auto result = send("start\nnote_on note=200\n0.1\n-1 clock\nstop\n");
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.err,
            "mido: send: line 2: data byte must be in range 0..127\n"
            "mido: send: line 3: expected a message after the time\n"
            "mido: send: line 4: '-1': expected a time in seconds, as in 0.25\n");
  EXPECT_THAT(hex(), ElementsAre("FA", "FC"));
}

TEST_F(SendCommand, SendsNothingWhenOneOfItsArgumentsIsWrong) {
  const std::vector<std::vector<std::string>> nonsense{
      {"start", "bogus"}, {"note_on", "note=200"}, {"start", "0.5"}, {""},
      {"--hex", "90"},    {"--hex", "xx"},         {"--hex"}};
  for (const auto& words : nonsense) {
    std::vector<std::string> args{"send", "-b", "memory", "wire"};
    args.insert(args.end(), words.begin(), words.end());
    const auto result = run(args);
    EXPECT_EQ(result.code, 2) << ::testing::PrintToString(words);
    EXPECT_THAT(result.err, HasSubstr("mido: send: "));
  }
  EXPECT_THAT(hex(), IsEmpty());
}

TEST_F(SendCommand, EndsAllNotesWhenInterrupted) {
  std::istringstream in("0 note_on note=60\n1000 note_off note=60\n");
  LiveRun sender({"send", "-b", "memory", "wire"}, &in);
  EXPECT_EQ(input_.receive().hex(), "90 3C 40");
  sender.interrupt();
  EXPECT_EQ(sender.exit_code(), 130);
  EXPECT_EQ(received().size(), 16U) << "all sounds off on every channel";
}

TEST_F(SendCommand, PassesOnWhatMonitorHears) {
  auto keys = Backend("memory").open_output("keys");
  LiveRun monitor({"monitor", "-b", "memory", "keys"});
  monitor.err.wait_for("listening");
  for (int note = 0; note < 100; ++note) keys.send(NoteOn{.note = checked(note)});
  EXPECT_EQ(send(monitor.out.wait_for("note=99 velocity=64  ")).code, 0);
  const auto messages = received();
  ASSERT_EQ(messages.size(), 100U);
  for (int note = 0; note < 100; ++note) {
    EXPECT_EQ(messages[static_cast<std::size_t>(note)]["note"], note);
  }
}

}  // namespace
}  // namespace mido::cli
