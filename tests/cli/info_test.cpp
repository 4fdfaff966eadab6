// SPDX-License-Identifier: MIT
#include "cli/info.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "cli/program_run.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::run;
using testing::save;

MidiFile two_tracks() {
  MidiFile file;
  MidiTrack& tempo = file.add_track("Song");
  tempo.push_back(SetTempo{.tempo = 400000});
  tempo.push_back(TimeSignature{.numerator = 3, .denominator = 4});
  tempo.push_back(KeySignature{.key = "F#m"});
  MidiTrack& lead = file.add_track("Lead");
  lead.push_back(ProgramChange{.channel = 2, .program = 40});
  lead.push_back(NoteOn{.channel = 2, .note = 60});
  lead.push_back(NoteOff{.channel = 2, .note = 60}, 960);
  return file;
}

std::string write_bytes(const TemporaryFolder& folder, const std::string& name,
                        const Bytes& bytes) {
  const auto path = folder.path() / name;
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  return path.string();
}

/// A file whose first note has a velocity of 200.
std::string save_faulty(const TemporaryFolder& folder) {
  return write_bytes(folder, "faulty.mid",
                     {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0,    0,    0,   1,    0,    96,   'M',
                      'T', 'r', 'k', 0,   0, 0, 8, 0, 0x90, 0x3C, 200, 0x00, 0xFF, 0x2F, 0x00});
}

std::vector<Json> objects(const std::string& text) {
  std::vector<Json> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) result.push_back(Json::parse(line));
  return result;
}

TEST(Info, TellsPeopleWhatIsInAFile) {
  const TemporaryFolder folder;
  const std::string path = save(folder, "a.mid", two_tracks());
  const auto result = run({"info", path});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.out, path +
                            "\n"
                            "  type      1, 2 tracks, 480 ticks per beat\n"
                            "  length    0:00, 1 note, 10 events\n"
                            "  tempo     150 bpm\n"
                            "  meter     3/4\n"
                            "  key       F#m\n"
                            "\n"
                            "  track  name  channels  instruments  notes  events\n"
                            "      0  Song                                     5\n"
                            "      1  Lead  3         Violin           1       5\n"
                            "\n"
                            "  no faults\n");
  EXPECT_THAT(result.err, IsEmpty());
}

TEST(Info, ListsWhatIsWrongWithAFile) {
  const TemporaryFolder folder;
  const auto result = run({"info", save_faulty(folder)});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("\n  1 fault\n"
                                    "  offset  track  fault\n"
                                    "      23      0  bad_data_byte  data byte must be"));
}

TEST(Info, RefusesAFaultWhenStrict) {
  const TemporaryFolder folder;
  const std::string path = save_faulty(folder);
  const auto result = run({"info", "--strict", path});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_EQ(result.err,
            "mido: " + path + ": data byte must be in range 0..127 (track 0, offset 23)\n");
}

TEST(Info, GivesAnObjectALine) {
  const TemporaryFolder folder;
  const std::string sound = save(folder, "a.mid", two_tracks());
  const std::string faulty = save_faulty(folder);
  const auto result = run({"info", "--json", sound, faulty});
  EXPECT_EQ(result.code, 0);
  const auto infos = objects(result.out);
  ASSERT_EQ(infos.size(), 2U);
  EXPECT_EQ(infos[0], Json::parse(R"({"file": ")" + sound + R"(", "ok": true, "error": null,
    "wrapper": "none", "type": 1, "tracks": 2, "ticks_per_beat": 480, "events": 10,
    "seconds": 0.8, "diagnostics": []})"));
  EXPECT_EQ(infos[1]["diagnostics"], Json::parse(R"([{"offset": 23, "track": 0,
    "kind": "bad_data_byte", "detail": "data byte must be in range 0..127"}])"));
}

TEST(Info, SaysHowLongASmpteFrameIs) {
  const TemporaryFolder folder;
  MidiFile file(1, Division::smpte(25, 40));
  file.add_track("one second").push_back(NoteOn{}, 1000);
  const std::string path = save(folder, "a.mid", file);
  const auto infos = objects(run({"info", "--json", path}).out);
  EXPECT_EQ(infos.at(0)["smpte"], Json::parse(R"({"frame_rate": 25.0, "ticks_per_frame": 40})"));
  EXPECT_FALSE(infos.at(0).contains("ticks_per_beat"));
  EXPECT_EQ(infos.at(0)["seconds"], 1.0);
  EXPECT_THAT(run({"info", path}).out, HasSubstr("25 frames a second, 40 ticks per frame"));
}

TEST(Info, AddsUpThePatternsOfAType2File) {
  const TemporaryFolder folder;
  MidiFile file(2);
  file.add_track().push_back(NoteOn{}, 480);
  file.add_track().push_back(NoteOn{}, 960);
  const auto infos = objects(run({"info", "--json", save(folder, "a.mid", file)}).out);
  EXPECT_EQ(infos.at(0)["seconds"], 1.5);
}

TEST(Info, SaysTheTypeThatTheHeaderSays) {
  const TemporaryFolder folder;
  Bytes bytes = two_tracks().to_bytes();
  bytes[9] = 0;
  const auto infos = objects(run({"info", "--json", write_bytes(folder, "a.mid", bytes)}).out);
  EXPECT_EQ(infos.at(0)["type"], 0);
  EXPECT_EQ(infos.at(0)["tracks"], 2);
  EXPECT_EQ(infos.at(0)["diagnostics"][0]["kind"], "extra_tracks");
}

TEST(Info, NamesTheWrapper) {
  const TemporaryFolder folder;
  Bytes bytes{'j', 'u', 'n', 'k'};
  const Bytes file = two_tracks().to_bytes();
  bytes.insert(bytes.end(), file.begin(), file.end());
  const auto infos = objects(run({"info", "--json", write_bytes(folder, "a.mid", bytes)}).out);
  EXPECT_EQ(infos.at(0)["wrapper"], "offset");
  EXPECT_EQ(infos.at(0)["diagnostics"][0]["track"], nullptr);
}

TEST(Info, GoesOnAfterAFileThatCannotBeRead) {
  const TemporaryFolder folder;
  const std::string none = write_bytes(folder, "none.mid", {'n', 'o', 'n', 'e'});
  const std::string missing = (folder.path() / "missing.mid").string();
  const std::string sound = save(folder, "a.mid", two_tracks());
  const auto result = run({"info", none, missing, sound});
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.err, "mido: " + none +
                            ": MThd not found. Probably not a MIDI file (offset 0)\n"
                            "mido: " +
                            missing + ": No such file or directory\n");
  EXPECT_THAT(result.out, ::testing::StartsWith(sound + "\n"));

  const auto infos = objects(run({"info", "--json", none, missing, sound}).out);
  ASSERT_EQ(infos.size(), 3U);
  EXPECT_EQ(infos[0]["ok"], false);
  EXPECT_EQ(infos[0]["error"], "MThd not found. Probably not a MIDI file (offset 0)");
  EXPECT_EQ(infos[0]["diagnostics"][0]["kind"], "no_header");
  EXPECT_EQ(infos[1]["error"], missing + ": No such file or directory");
  EXPECT_EQ(infos[1]["type"], nullptr);
  EXPECT_EQ(infos[2]["ok"], true);
}

TEST(Info, WritesValidJsonForAnyFileName) {
  const TemporaryFolder folder;
  const std::string path = save(folder, "M\xFCsette \x1b.mid", two_tracks());
  const auto infos = objects(run({"info", "--json", path}).out);
  EXPECT_THAT(infos.at(0)["file"].get<std::string>(), HasSubstr("Müsette \x1b.mid"));
  EXPECT_THAT(run({"info", path}).out, Not(HasSubstr("\x1b")));
}

TEST(Info, StopsWhenItIsInterrupted) {
  const TemporaryFolder folder;
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(run({"info", save(folder, "a.mid", two_tracks())}, stop.get_token()).code, 130);
}

}  // namespace
}  // namespace mido::cli
