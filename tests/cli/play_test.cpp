// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/program_run.hpp"
#include "mido/ports/backend.hpp"
#include "support/environment.hpp"
#include "support/wav.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::ScopedVariable;
using ::mido::testing::TemporaryFolder;
using ::mido::testing::Wav;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::run;
using testing::save;
using testing::song_of;
using ::testing::StartsWith;

bool has_synthesizer() {
  for (const auto& [name, missing] : backends()) {
    if (name == "fluidsynth") return missing.empty();
  }
  return false;
}

/// Whether this machine can be heard: then some tests would make noise instead of failing.
bool has_sound_device() {
  try {
    static_cast<void>(Backend("fluidsynth").open_output());
    return true;
  } catch (const Error&) {
    return false;
  }
}

class PlayCommand : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_.path() / name).string();
  }
  [[nodiscard]] std::string save_song(const std::vector<TrackEvent>& events = {}) const {
    return save(folder_, "song.mid", song_of(events));
  }

  TemporaryFolder folder_;
  ScopedVariable backend_{"MIDO_BACKEND", nullptr};
  ScopedVariable output_{"MIDO_DEFAULT_OUTPUT", nullptr};
};

/// Those that need FluidSynth and a soundfont.
class PlayIntoWav : public PlayCommand {
 protected:
  void SetUp() override {
    if (!has_synthesizer()) GTEST_SKIP() << "built without FluidSynth";
    const auto result = run({"play", "--wav", path("probe.wav"), save_song()});
    if (result.err.find("needs a soundfont") != std::string::npos) GTEST_SKIP() << result.err;
  }
};

TEST_F(PlayCommand, SendsTheSongToThePort) {
  auto input = Backend("memory").open_input("test port");
  const auto song = save_song({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 24}});
  const auto result = run({"play", "-b", "memory", "-o", "test port", song});
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.out, StartsWith("Using output 'test port'.\nPlaying "));
  std::vector<Message> notes;
  for (const auto& message : input.iter_pending()) {
    if (!message.is_cc()) notes.push_back(message);
  }
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_TRUE(notes[0].is<NoteOn>());
  EXPECT_TRUE(notes[1].is<NoteOff>());
}

TEST_F(PlayCommand, WritesNoControlSequenceIntoAPipe) {
  const auto song = save_song({{TrackName{.name = "\x1b[31mred"}, 0}, {NoteOn{.note = 60}, 0}});
  const auto result = run({"play", "-m", "-b", "memory", "-o", "x", song});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, AllOf(HasSubstr("note_on"), Not(HasSubstr("\x1b"))));
}

TEST_F(PlayCommand, PrintsNothingWhenQuiet) {
  const auto result = run({"play", "-q", "-b", "memory", "-o", "x", save_song()});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out + result.err, IsEmpty());
}

TEST_F(PlayCommand, TakesTheBackendAndPortOfTheEnvironment) {
  const ScopedVariable backend("MIDO_BACKEND", "memory");
  const ScopedVariable output("MIDO_DEFAULT_OUTPUT", "from environment");
  const auto result = run({"play", save_song()});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, StartsWith("Using output 'from environment'."));
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(PlayCommand, GoesOnAfterAFileThatCannotBeRead) {
  const auto bad = path("bad.mid");
  std::ofstream(bad) << "no MIDI at all";
  const auto result = run({"play", "-b", "memory", "-o", "x", path("none.mid"), bad, save_song()});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("mido: " + path("none.mid") + ": No such file or directory\n"));
  EXPECT_THAT(result.err, HasSubstr("mido: " + bad + ": MThd not found. Probably not a MIDI file"));
  EXPECT_THAT(result.out, HasSubstr("song.mid"));
}

TEST_F(PlayCommand, PlaysAFileWithFaultsAndSaysSo) {
  Bytes bytes = MidiFile(std::filesystem::path(save_song())).to_bytes();
  bytes.resize(bytes.size() - 4);  // no end_of_track
  const auto faulty = path("faulty.mid");
  std::ofstream(faulty, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  const auto result = run({"play", "-b", "memory", "-o", "x", faulty});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.err, "mido: " + faulty + ": 2 faults; see 'mido info " + faulty + "'\n");
  EXPECT_THAT(run({"play", "-q", "-b", "memory", "-o", "x", faulty}).err, IsEmpty());
}

TEST_F(PlayCommand, OpensNoPortForAFileThatCannotBeRead) {
  const auto result = run({"play", "-b", "bogus", path("none.mid")});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, Not(HasSubstr("bogus")));
}

TEST_F(PlayCommand, FailsForAnUnknownBackend) {
  const auto result = run({"play", "-b", "bogus", save_song()});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, StartsWith("mido: no backend 'bogus'"));
}

TEST_F(PlayCommand, RefusesWhatMakesNoSense) {
  const std::vector<std::vector<std::string>> nonsense{
      {"play"},
      {"play", "--wav", "a.wav", "a.mid", "b.mid"},
      {"play", "--or-wav", "a.wav", "a.mid", "b.mid"},
      {"play", "--wav", "a.wav", "-o", "port", "a.mid"},
      {"play", "--wav", "a.wav", "-b", "memory", "a.mid"},
      {"play", "--wav", "a.wav", "--or-wav", "b.wav", "a.mid"},
      {"play", "--set", "gain", "a.mid"},
      {"play", "--wav"}};
  for (const auto& args : nonsense) {
    const auto result = run(args);
    EXPECT_EQ(result.code, 2) << ::testing::PrintToString(args);
    EXPECT_THAT(result.err, StartsWith("mido: play: "));
    EXPECT_THAT(result.out, IsEmpty());
  }
}

TEST_F(PlayCommand, StopsWhenInterrupted) {
  std::stop_source stop;
  stop.request_stop();
  const auto song = save_song({{NoteOn{.note = 60}, 0}, {NoteOff{.note = 60}, 1000000}});
  const auto result = run({"play", "-b", "memory", "-o", "x", song}, stop.get_token());
  EXPECT_EQ(result.code, 130);
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(PlayCommand, HandsSettingsToTheBackend) {
  const auto result = run({"play", "-b", "memory", "-o", "x", "-s", "gain=1", save_song()});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("backend 'memory' has no setting 'gain'"));
}

TEST_F(PlayCommand, TellsWhatToDoWithoutASoundDevice) {
  if (!has_synthesizer()) GTEST_SKIP() << "built without FluidSynth";
  if (has_sound_device()) GTEST_SKIP() << "this machine has a sound device";
  const auto result = run({"play", save_song()});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, StartsWith("mido: "));
  EXPECT_THAT(result.err, HasSubstr("'--wav FILE' writes the sound to a file"));
}

TEST_F(PlayIntoWav, WritesWhatItSoundsLike) {
  const auto song =
      save_song({{NoteOn{.note = 60, .velocity = 100}, 0}, {NoteOff{.note = 60}, 960}});
  const auto result = run({"play", "--wav", path("song.wav"), song});
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("Wrote " + path("song.wav") + ": 0 minutes, 1 second, "));
  EXPECT_THAT(result.out, HasSubstr(" times as fast as real time.\n"));
  EXPECT_THAT(result.err, IsEmpty());
  const Wav wav(path("song.wav"));
  EXPECT_GT(wav.length(), Seconds(1));
  EXPECT_GT(wav.peak(Seconds(0.1), Seconds(0.9)), 0.01);
}

TEST_F(PlayIntoWav, RefusesASongLongerThanAWavFileBeforeItStarts) {
  std::vector<TrackEvent> events{{SetTempo{.tempo = 16777215}, 0}};
  events.emplace_back(NoteOn{.note = 60}, 0x0FFFFFFF);
  const auto result = run({"play", "--wav", path("song.wav"), save_song(events)});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("song.mid: lasts 2606:"));
  EXPECT_THAT(result.err, HasSubstr("but a WAV file ends after 6:45:"));
  EXPECT_FALSE(std::filesystem::exists(path("song.wav")));
}

TEST_F(PlayIntoWav, FailsWhenTheFileCannotBeWritten) {
  const auto result = run({"play", "--wav", path("none/song.wav"), save_song()});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("none/song.wav': No such file or directory"));
}

TEST_F(PlayIntoWav, FailsForABadSoundfont) {
  const auto song = save_song();
  const auto result = run({"play", "--wav", path("a.wav"), "--soundfont", song, song});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, HasSubstr("is no soundfont"));
}

TEST_F(PlayIntoWav, IsTheWayOutWhereThereIsNoSoundDevice) {
  if (has_sound_device()) GTEST_SKIP() << "this machine has a sound device";
  const auto result = run({"play", "--or-wav", path("song.wav"), save_song()});
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("no sound device"));
  EXPECT_THAT(result.err, HasSubstr("writing to '" + path("song.wav") + "' instead\n"));
  EXPECT_GT(Wav(path("song.wav")).length(), Seconds(0));
}

}  // namespace
}  // namespace mido::cli
