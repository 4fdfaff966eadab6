// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <memory>

#include "cli/live_run.hpp"
#include "cli/program_run.hpp"
#include "mido/ports/backend.hpp"
#include "support/fake_driver.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::FakeDriver;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using testing::LiveRun;
using ::testing::MatchesRegex;
using ::testing::Not;
using testing::run;

const Message middle_c = NoteOn{.note = 60};

TEST(MonitorCommand, ShowsTimeMessageAndPortUntilInterrupted) {
  auto port = Backend("memory").open_output("keys");
  LiveRun monitor({"monitor", "-b", "memory", "keys"});
  EXPECT_THAT(monitor.err.wait_for("\n"), HasSubstr("listening to 'keys'\n"));
  port.send(middle_c);
  EXPECT_THAT(monitor.out.wait_for("\n"),
              MatchesRegex(" +[0-9]+\\.[0-9]{6}  note_on channel=0 note=60 velocity=64 +# keys\n"));
  monitor.interrupt();
  EXPECT_EQ(monitor.exit_code(), 130);
}

TEST(MonitorCommand, HearsEveryPortAndThoseThatCome) {
  auto first = Backend("memory").open_output("first");
  LiveRun monitor({"monitor", "-b", "memory"});
  EXPECT_THAT(monitor.err.wait_for("listening"), HasSubstr("'first'"));
  auto second = Backend("memory").open_output("second");
  EXPECT_THAT(monitor.err.wait_for("'second' is there\n"), HasSubstr("'second' is there\n"));
  second.send(middle_c);
  EXPECT_THAT(monitor.out.wait_for("# second\n"), HasSubstr("# second\n"));
  first.send(middle_c);
  EXPECT_THAT(monitor.out.wait_for("# first\n"), HasSubstr("# first\n"));
}

TEST(MonitorCommand, OpensAPortAgainThatComesBack) {
  const auto driver = std::make_shared<FakeDriver>();
  register_backend("monitored", driver);
  driver->plug("keys");
  LiveRun monitor({"monitor", "-b", "monitored", "keys"});
  monitor.err.wait_for("listening");
  driver->deliver(middle_c.bytes());
  driver->pull("keys");
  monitor.err.wait_for("'keys' has gone away\n");
  driver->plug("keys");
  monitor.err.wait_for("'keys' is there\n");
  driver->deliver(Message(NoteOff{.note = 60}).bytes());
  EXPECT_THAT(monitor.out.wait_for("note_off"), AllOf(HasSubstr("note_on"), HasSubstr("note_off")));
}

TEST(MonitorCommand, MakesAPort) {
  LiveRun monitor({"monitor", "-b", "memory", "--virtual", "made"});
  EXPECT_THAT(monitor.err.wait_for("listening"), HasSubstr("listening to 'made'"));
  Backend("memory").open_output("made").send(middle_c);
  EXPECT_THAT(monitor.out.wait_for("# made\n"), HasSubstr("note_on"));
}

TEST(MonitorCommand, WritesObjects) {
  auto port = Backend("memory").open_output("keys");
  LiveRun monitor({"monitor", "--json", "-b", "memory", "keys"});
  monitor.err.wait_for("listening");
  port.send(middle_c);
  EXPECT_THAT(monitor.out.wait_for("\n"),
              MatchesRegex("\\{\"time\":[^,]+,\"port\":\"keys\",\"type\":\"note_on\",\"channel\":0,"
                           "\"note\":60,\"velocity\":64\\}\n"));
}

TEST(MonitorCommand, ShowsTheTypesThatAreWanted) {
  auto port = Backend("memory").open_output("keys");
  LiveRun only({"monitor", "-b", "memory", "--only", "note_on,note_off", "keys"});
  LiveRun without({"monitor", "--ignore", "clock,note_on", "-b", "memory", "keys"});
  only.err.wait_for("listening");
  without.err.wait_for("listening");
  for (const Message& message : {Message(Clock{}), middle_c, Message(NoteOff{.note = 60})}) {
    port.send(message);
  }
  EXPECT_THAT(only.out.wait_for("note_off"), AllOf(HasSubstr("note_on"), Not(HasSubstr("clock"))));
  EXPECT_THAT(without.out.wait_for("note_off"),
              AllOf(Not(HasSubstr("note_on")), Not(HasSubstr("clock"))));
}

TEST(MonitorCommand, RefusesATypeThatDoesNotExist) {
  const auto result = run({"monitor", "--only", "noteon", "-b", "memory"});
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(result.err,
            "mido: monitor: there is no message type 'noteon'; did you mean 'note_on'?\n");
}

TEST(MonitorCommand, SaysWhenMessagesWereLost) {
  const auto driver = std::make_shared<FakeDriver>();
  register_backend("flooded", driver);
  driver->plug("keys");
  LiveRun monitor({"monitor", "-b", "flooded", "keys"});
  monitor.err.wait_for("listening");
  driver->lose();
  driver->deliver(middle_c.bytes());
  EXPECT_THAT(monitor.out.wait_for("\n"), HasSubstr("# keys (messages before it were lost)\n"));
  monitor.interrupt();
  EXPECT_EQ(monitor.exit_code(), 130);
  EXPECT_THAT(monitor.err.wait_for("lost"),
              HasSubstr("messages were lost, 1 time: they came too fast"));
}

TEST(MonitorCommand, FailsForAPortThatIsNotThere) {
  const auto driver = std::make_shared<FakeDriver>();
  register_backend("empty", driver);
  const auto result = run({"monitor", "-b", "empty", "keys"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("no input port 'keys'"));
}

}  // namespace
}  // namespace mido::cli
