// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "cli/program_run.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::run;

class ConvertCommand : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_.path() / name).string();
  }
  void write(const Bytes& bytes) const {
    std::ofstream(path("in"), std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
  }
  [[nodiscard]] Bytes read() const {
    std::ifstream in(path("out"), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] cli::testing::Run convert(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"convert", path("in"), path("out")});
    return run(options);
  }
  [[nodiscard]] MidiFile result() const { return MidiFile::from_bytes(read()); }

 private:
  TemporaryFolder folder_;
};

Bytes two_tracks() {
  MidiFile file;
  file.add_track("M\xFCsette").push_back(NoteOn{.note = 60}, 480);
  file.add_track("two").push_back(NoteOn{.channel = 1, .note = 61}, 480);
  return file.to_bytes();
}

/// A bad data byte, a key signature that cannot be, a stray byte, no end_of_track.
Bytes faulty() {
  Bytes bytes{'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 0, 0, 1, 0, 96, 'M', 'T', 'r', 'k', 0, 0, 0, 18};
  for (const int byte :
       {1, 0x90, 60, 200, 2, 0xFF, 0x59, 2, 99, 0, 4, 0xF8, 8, 0x90, 61, 64, 0x10, 0x90}) {
    bytes.push_back(static_cast<std::uint8_t>(byte));
  }
  return bytes;
}

TEST_F(ConvertCommand, WithoutOptionsCopiesEveryByte) {
  for (const Bytes& bytes : {two_tracks(), faulty()}) {
    write(bytes);
    const auto run = convert();
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(read(), bytes);
    EXPECT_THAT(run.out + run.err, IsEmpty());
  }
}

TEST_F(ConvertCommand, ChangesTypeAndTicks) {
  write(two_tracks());
  EXPECT_EQ(convert({"--type", "0", "--ticks-per-beat", "96"}).code, 0);
  const MidiFile file = result();
  EXPECT_EQ(int{file.type}, 0);
  EXPECT_EQ(file.division, Division(96));
  ASSERT_EQ(file.tracks.size(), 1U);
  EXPECT_EQ(file.tracks[0][2], TrackEvent(NoteOn{.note = 60}, 96));
}

TEST_F(ConvertCommand, WritesTextsInAnotherCharset) {
  write(two_tracks());
  EXPECT_EQ(convert({"--charset", "utf-8", "--from-charset", "latin1"}).code, 0);
  EXPECT_EQ(result().tracks.at(0).name(), "Müsette");
  const auto unknown = convert({"--charset", "none_such"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.err, HasSubstr("none_such"));
}

TEST_F(ConvertCommand, RepairsAndTells) {
  write(faulty());
  const auto run = convert({"--repair"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "mido: " + path("in") +
                         ": repaired: 1 bad_data_byte, 1 bad_meta, 1 missing_end_of_track, "
                         "1 system_message, 1 truncated_event\n");
  EXPECT_THAT(result().tracks.at(0),  // strict reading takes it
              ElementsAre(TrackEvent(NoteOn{.note = 60, .velocity = 127}, 1),
                          TrackEvent(NoteOn{.note = 61}, 14), TrackEvent(EndOfTrack{}, 16)));
}

TEST_F(ConvertCommand, RepairsWhatNeedsNothing) {
  write(two_tracks());
  EXPECT_THAT(convert({"--repair"}).err, IsEmpty());
  EXPECT_EQ(read(), two_tracks());
}

TEST_F(ConvertCommand, LeavesOutWhatIsAroundTheFile) {
  Bytes bytes{'j', 'u', 'n', 'k'};
  const Bytes file = two_tracks();
  bytes.insert(bytes.end(), file.begin(), file.end());
  write(bytes);
  EXPECT_EQ(convert({"--strip-riff"}).code, 0);
  EXPECT_EQ(read(), file);
}

TEST_F(ConvertCommand, DoesNotOverwriteItsInputByAccident) {
  write(two_tracks());
  const auto same = run({"convert", path("in"), path("in"), "--type", "0"});
  EXPECT_EQ(same.code, 2);
  EXPECT_THAT(same.err, HasSubstr("--force"));
  EXPECT_EQ(run({"convert", "-f", path("in"), path("in"), "--type", "0"}).code, 0);
  EXPECT_EQ(int{MidiFile(std::filesystem::path(path("in"))).type}, 0);
}

TEST_F(ConvertCommand, WritesToStandardOutput) {
  write(two_tracks());
  const auto result = run({"convert", path("in"), "-"});
  EXPECT_EQ(Bytes(result.out.begin(), result.out.end()), two_tracks());
}

TEST_F(ConvertCommand, RefusesWhatCannotBe) {
  write(two_tracks());
  EXPECT_EQ(convert({"--type", "3"}).code, 2);
  EXPECT_EQ(convert({"--ticks-per-beat", "0"}).code, 2);
  EXPECT_EQ(convert({"--from-charset", "latin1"}).code, 2);
  write({'n', 'o'});
  const auto none = convert();
  EXPECT_EQ(none.code, 1);
  EXPECT_THAT(none.err, HasSubstr(path("in") + ": MThd not found"));
  EXPECT_FALSE(std::filesystem::exists(path("out")));
}

}  // namespace
}  // namespace mido::cli
