// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
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
using ::testing::StartsWith;

class RecordCommand : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> record(const std::vector<std::string>& options) const {
    std::vector<std::string> args{"record", "-b", "memory", "-i", "keys"};
    args.insert(args.end(), options.begin(), options.end());
    args.push_back(path_);
    return args;
  }
  [[nodiscard]] MidiFile file() const { return MidiFile(std::filesystem::path(path_)); }
  /// The types of the events of a track, without end_of_track.
  [[nodiscard]] std::vector<std::string> types(std::size_t track) const {
    std::vector<std::string> result;
    const MidiFile read = file();
    for (const auto& event : read.tracks.at(track)) {
      if (!event.is<EndOfTrack>()) result.emplace_back(event.type());
    }
    return result;
  }

  TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "take.mid").string();
  Output keys_ = Backend("memory").open_output("keys");
};

TEST_F(RecordCommand, WritesWhatWasPlayedUntilInterrupted) {
  LiveRun recorder(record({"--tempo", "90", "--time-signature", "6/8", "--ticks-per-beat", "96"}));
  EXPECT_THAT(recorder.err.wait_for("Ctrl-C ends\n"), HasSubstr("recording 'keys'; "));
  keys_.send(NoteOn{.note = 60});
  keys_.send(Clock{});
  keys_.send(NoteOff{.note = 60});
  recorder.interrupt();
  EXPECT_EQ(recorder.exit_code(), 0);
  EXPECT_THAT(recorder.out.wait_for("\n"), StartsWith("Wrote " + path_ + ": 1 note, "));
  EXPECT_EQ(file().division.ticks_per_beat(), 96);
  EXPECT_THAT(types(0), ElementsAre("set_tempo", "time_signature"));
  EXPECT_EQ(file().tracks[0][0].get<SetTempo>().tempo, 60'000'000 / 45);
  EXPECT_THAT(types(1), ElementsAre("track_name", "note_on", "note_off"));
  EXPECT_EQ(file().tracks[1][1].time(), 0) << "the take begins with the first message";
}

TEST_F(RecordCommand, HasOnTheDiskWhatWasPlayed) {
  LiveRun recorder(record({}));
  recorder.err.wait_for("Ctrl-C ends\n");
  EXPECT_EQ(file().tracks.size(), 1U);
  keys_.send(NoteOn{.note = 60});
  while (file().tracks.size() == 1) std::this_thread::yield();
  EXPECT_THAT(types(1), ElementsAre("track_name", "note_on", "note_off"));
}

TEST_F(RecordCommand, GivesEachPortATrack) {
  auto pads = Backend("memory").open_output("pads");
  LiveRun recorder(record({"-i", "pads"}));
  recorder.err.wait_for("Ctrl-C ends\n");
  pads.send(ProgramChange{.program = 1});
  keys_.send(ControlChange{});
  recorder.interrupt();
  EXPECT_EQ(recorder.exit_code(), 0);
  ASSERT_EQ(file().tracks.size(), 3U);
  EXPECT_EQ(file().tracks[1].name(), "keys");
  EXPECT_EQ(file().tracks[2].name(), "pads");
  EXPECT_THAT(types(2), ElementsAre("track_name", "program_change"));
}

TEST_F(RecordCommand, StopsAfterATime) {
  const auto result = run(record({"--for", "0.01"}));
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr(": 0 notes, 0 minutes, 0 seconds.\n"));
}

TEST_F(RecordCommand, StopsWhenNothingIsPlayedAnyMore) {
  LiveRun recorder(record({"--silence", "0.01"}));
  recorder.err.wait_for("Ctrl-C ends\n");
  keys_.send(NoteOn{.note = 60});
  keys_.send(NoteOff{.note = 60});
  EXPECT_EQ(recorder.exit_code(), 0);
  EXPECT_THAT(types(1), ElementsAre("track_name", "note_on", "note_off"));
}

TEST_F(RecordCommand, CountsInAndClicks) {
  auto click = Backend("memory").open_input("click");
  LiveRun recorder(record({"--tempo", "6000", "--time-signature", "3/4", "--count-in", "2",
                           "--click", "click", "--for", "0.001"}));
  EXPECT_EQ(recorder.exit_code(), 0);
  EXPECT_THAT(recorder.out.wait_for("Wrote"), StartsWith("1 2 3\n1 2 3\nWrote "));
  std::vector<int> notes;
  for (const auto& message : click.iter_pending()) {
    if (const auto on = message.get_if<NoteOn>()) notes.push_back(on->note);
  }
  ASSERT_GE(notes.size(), 6U);
  notes.resize(6);
  EXPECT_THAT(notes, ElementsAre(76, 77, 77, 76, 77, 77));
}

TEST_F(RecordCommand, DoesNotOverwriteAFileByAccident) {
  std::ofstream(path_) << "precious";
  const auto result = run(record({"--for", "0.01"}));
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("would be overwritten; --force says that it shall be"));
  EXPECT_EQ(run(record({"--for", "0.01", "--force"})).code, 0);
  EXPECT_EQ(file().tracks.size(), 1U);
}

TEST_F(RecordCommand, FailsAtOnceWhenTheFileCannotBeWritten) {
  const auto result = run({"record", "-b", "memory", "-i", "keys", path_ + "/none/take.mid"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("No such file or directory"));
}

TEST_F(RecordCommand, RefusesWhatMakesNoSense) {
  const std::vector<std::vector<std::string>> nonsense{
      {"--tempo", "1"},         {"--tempo", "0"},          {"--tempo", "nan"},
      {"--tempo", "1e300"},     {"--time-signature", "3"}, {"--time-signature", "3/5"},
      {"--for", "0"},           {"--silence", "-1"},       {"--count-in", "-1"},
      {"--ticks-per-beat", "0"}};
  for (const auto& options : nonsense) {
    const auto result = run(record(options));
    EXPECT_EQ(result.code, 2) << ::testing::PrintToString(options);
    EXPECT_THAT(result.err, StartsWith("mido: record: "));
  }
}

}  // namespace
}  // namespace mido::cli
