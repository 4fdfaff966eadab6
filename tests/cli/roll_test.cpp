// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "cli/program_run.hpp"
#include "cli/roll_file.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using ::testing::HasSubstr;
using testing::run;
using ::testing::StartsWith;

const std::string song = MIDO_SOURCE_DIR "/examples/song.mid";

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether this build can draw; if not, the program has to say so.
bool can_draw(const std::string& path) {
  const auto result = run({"roll", song, "-o", path});
  if (result.code == 0) return true;
  EXPECT_THAT(result.err, HasSubstr("apt-get install libcairo2-dev"));
  return false;
}

TEST(Roll, WritesThePictureThatTheNameSays) {
  const TemporaryFolder folder;
  const auto path = [&](const char* name) { return (folder.path() / name).string(); };
  if (!can_draw(path("a.svg"))) GTEST_SKIP() << "built without Cairo";
  EXPECT_EQ(run({"roll", song, "-o", path("a.png")}).code, 0);
  EXPECT_EQ(run({"roll", song, "-o", path("a.pdf")}).code, 0);
  EXPECT_THAT(read(path("a.svg")), HasSubstr("<svg "));
  EXPECT_THAT(read(path("a.png")), StartsWith("\x89PNG\r\n"));
  EXPECT_THAT(read(path("a.pdf")), StartsWith("%PDF-"));
}

TEST(Roll, IsAsLargeAsIsAskedFor) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.svg").string();
  if (!can_draw(path)) GTEST_SKIP() << "built without Cairo";
  EXPECT_EQ(run({"roll", song, "-o", path, "--size", "800x500"}).code, 0);
  EXPECT_THAT(read(path), HasSubstr("viewBox=\"0 0 800 500\""));
}

TEST(Roll, DrawsTheNotesOfATrackInTheColourOfItsName) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "a.svg").string();
  if (!can_draw(path)) GTEST_SKIP() << "built without Cairo";
  MidiFile file;
  auto& track = file.add_track("One");
  track.push_back(NoteOn{.note = 60, .velocity = 127});
  track.push_back(NoteOff{.note = 60}, 480);
  file.save(folder.path() / "a.mid");
  EXPECT_EQ(run({"roll", (folder.path() / "a.mid").string(), "-o", path}).code, 0);
  const std::string svg = read(path);
  const std::regex blue(R"(fill:rgb\(18\.4\d*%, ?43\.5\d*%, ?87\.0\d*%\))");
  EXPECT_EQ(std::distance(std::sregex_iterator(svg.begin(), svg.end(), blue), {}), 2);
}

TEST(Roll, LeavesNothingBehindWhereItCannotWrite) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "none" / "a.png").string();
  const auto result = run({"roll", song, "-o", path});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.err, StartsWith("mido: "));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Roll, RefusesWhatItCannotDraw) {
  EXPECT_EQ(run({"roll", song, "-o", "a.gif"}).code, 2);
  EXPECT_THAT(run({"roll", song, "-o", "a.gif"}).err, HasSubstr("end in .svg, .png or .pdf"));
  for (const auto* size : {"x", "800x", "800y500", "1", "99999", "800x5"}) {
    EXPECT_EQ(run({"roll", song, "--size", size}).code, 2) << size;
  }
  EXPECT_EQ(run({"roll", MIDO_SOURCE_DIR "/LICENSE"}).code, 1);
}

TEST(Roll, IsTextWithoutAFile) {
  const auto result = run({"roll", song, "--to", "1"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, StartsWith("Canon in D\nViolin I  Violin II  "));
  EXPECT_THAT(result.out, HasSubstr("▀▀▀"));
  EXPECT_THAT(result.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run({"roll", song, "--to", "1", "--title", "T"}).out, StartsWith("T\n"));
}

}  // namespace
}  // namespace mido::cli
