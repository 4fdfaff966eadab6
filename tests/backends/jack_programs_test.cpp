// SPDX-License-Identifier: MIT

// The programs as one uses them: in processes of their own, on a terminal, with another process
// that plays.

#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "mido/ports/backend.hpp"
#include "mido/smf/midi_file.hpp"
#include "support/jack_server.hpp"
#include "support/program_on_terminal.hpp"
#include "support/temporary_folder.hpp"

namespace mido {
namespace {

using namespace std::chrono_literals;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using testing::ProgramOnTerminal;

class JackPrograms : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> record() const {
    return {"record", "-f", "-b", "jack", "-i", "keyboard:keys", path_};
  }
  /// A key goes down and up; which one tells how many did before.
  void play_next() {
    const Note note = checked(static_cast<int>(played_++ % 128));
    keys_.send(NoteOn{.note = note});
    keys_.send(NoteOff{.note = note});
  }
  /// How many notes the file has, which must be those that were played, from the first one on.
  [[nodiscard]] std::size_t notes_on_disk() const {
    const MidiFile file{std::filesystem::path(path_)};
    std::size_t notes = 0;
    for (const auto& event : file.tracks.back()) {
      const auto note = event.get_if<NoteOn>();
      if (!note) continue;
      EXPECT_EQ(note->note, static_cast<int>(notes % 128));
      ++notes;
    }
    EXPECT_LE(notes, played_);
    return notes;
  }
  void play_until_on_disk(std::size_t notes) {
    while (notes_on_disk() < notes) {
      play_next();
      std::this_thread::sleep_for(5ms);
    }
  }

  testing::JackServer server_;
  testing::TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "take.mid").string();
  Output keys_ =
      Backend("jack").open_output("keys", {.virtual_port = true, .client_name = "keyboard"});
  std::size_t played_ = 0;
};

TEST_F(JackPrograms, LeaveWhatTheyRecordedWhenTheyAreKilled) {
  ProgramOnTerminal recorder(record());
  recorder.wait_for("Ctrl-C ends");
  play_until_on_disk(2);
  const std::size_t saved = notes_on_disk();
  for (int i = 0; i < 200; ++i) play_next();
  recorder.signal(SIGKILL);
  EXPECT_EQ(recorder.exit_code(), 128 + SIGKILL);
  EXPECT_GE(notes_on_disk(), saved);
  server_.kill();  // it would wait for the dead client, and the end of keys_ for the server
}

TEST_F(JackPrograms, WriteAllThatWasPlayedWhenCtrlCEndsTheRecording) {
  ProgramOnTerminal recorder(record());
  recorder.wait_for("Ctrl-C ends");
  play_until_on_disk(2);
  for (int i = 0; i < 200; ++i) play_next();
  keys_.drain();
  recorder.type("\x03");
  EXPECT_EQ(recorder.exit_code(), 0);
  EXPECT_EQ(notes_on_disk(), played_);
  EXPECT_THAT(recorder.written(), HasSubstr("Wrote " + path_ + ": " + std::to_string(played_)));
  EXPECT_THAT(recorder.written(), ::testing::Not(HasSubstr("lost")));
}

TEST_F(JackPrograms, ShowWhatComesInUntilCtrlC) {
  ProgramOnTerminal monitor({"monitor", "-b", "jack", "keyboard:keys"});
  monitor.wait_for("listening to");
  keys_.send(NoteOn{.note = 61});
  monitor.wait_for("note=61");
  monitor.type("\x03");
  EXPECT_EQ(monitor.exit_code(), 130);
  EXPECT_THAT(monitor.written(), ContainsRegex("note_on.*note=61"));
}

}  // namespace
}  // namespace mido
