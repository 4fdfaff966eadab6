// SPDX-License-Identifier: MIT
#include "cli/song.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "cli/program_run.hpp"
#include "mido/values/errors.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Song, HasTracksAndLength) {
  const TemporaryFolder folder;
  MidiFile file;
  file.add_track("Violin").push_back(NoteOn{.note = 60}, 480);
  file.add_track(" M\xFCsette\x1b ").push_back(NoteOn{.note = 60}, 960);
  const Song song = load_song(testing::save(folder, "a.mid", file));
  EXPECT_THAT(song.tracks, ElementsAre("Violin", "Müsette\uFFFD"));
  EXPECT_THAT(song.parts, SizeIs(1));
  EXPECT_EQ(song.length(), Seconds(1));
}

TEST(Song, OfType2HasAPartForEachTrack) {
  const TemporaryFolder folder;
  MidiFile file(2);
  file.add_track("one").push_back(NoteOn{.note = 60}, 480);
  file.add_track("two").push_back(NoteOn{.note = 61}, 960);
  const Song song = load_song(testing::save(folder, "a.mid", file));
  EXPECT_THAT(song.tracks, ElementsAre("one", "two"));
  ASSERT_THAT(song.parts, SizeIs(2));
  EXPECT_EQ(song.parts[0].length, Seconds(0.5));
  EXPECT_EQ(song.parts[1].length, Seconds(1));
  EXPECT_EQ(song.length(), Seconds(1.5));
}

TEST(Song, WithFaultsIsReadAllTheSame) {
  const TemporaryFolder folder;
  MidiFile file;
  file.add_track("one").push_back(NoteOn{.note = 60}, 480);
  Bytes bytes = file.to_bytes();
  bytes.pop_back();  // of end_of_track
  const auto path = folder.path() / "a.mid";
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  const Song song = load_song(path.string());
  EXPECT_EQ(song.length(), Seconds(0.5));
  EXPECT_GT(song.faults, 0U);
}

TEST(Song, ThatIsNoneIsNamedInTheError) {
  const std::string path = MIDO_SOURCE_DIR "/CMakeLists.txt";
  try {
    static_cast<void>(load_song(path));
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), ::testing::StartsWith(path + ": MThd not found"));
  }
}

}  // namespace
}  // namespace mido::cli
