// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "cli/json.hpp"
#include "cli/program_run.hpp"

namespace mido::cli {
namespace {

using ::mido::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::run;

Bytes read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

void append(Bytes& out, std::string_view text) { out.insert(out.end(), text.begin(), text.end()); }

/// Bytes before it, a foreign chunk, odd spellings, a data byte over 127, a system message, a track
/// that ends inside an event, a wrong track length.
Bytes faulty_file() {
  Bytes file;
  append(file, "junk");
  append(file, "MThd");
  append(file, std::string_view("\0\0\0\x06\0\x01\0\x03\x01\xE0", 10));
  append(file, "MTrk");
  append(file, std::string_view("\0\0\0\x17\x80\x00\x90\x3C\xC8\x00\x90\x3D\x40\x81\x70\xF8"
                                "\x00\xFF\x03\x80\x02\xE9\x0A\x00\xFF\x2F\x00",
                                27));
  append(file, std::string_view("XFIH\0\0\0\x02\0\x01", 10));
  append(file, "MTrk");
  append(file, std::string_view("\0\0\0\x05\x00\xFF\x01\x7F?", 9));
  append(file, "MTrk");
  append(file, std::string_view("\0\0\0\x09\0\xFF\x2F\0", 8));
  return file;
}

/// A RIFF file whose MIDI file has one track.
Bytes riff_file() {
  MidiFile midi(0);
  midi.add_track("x");
  const Bytes data = midi.to_bytes();
  Bytes file;
  append(file, "RIFF");
  const auto add_size = [&](std::size_t size) {
    for (int shift = 0; shift < 32; shift += 8)
      file.push_back(static_cast<std::uint8_t>(size >> shift));
  };
  add_size(data.size() + 12);
  append(file, "RMIDdata");
  add_size(data.size());
  file.insert(file.end(), data.begin(), data.end());
  return file;
}

class DumpAndMake : public ::testing::TestWithParam<Bytes> {};

TEST_P(DumpAndMake, GiveTheSameBytes) {
  const TemporaryFolder folder;
  const auto in = (folder.path() / "in.mid").string();
  const auto text = (folder.path() / "text").string();
  const auto out = (folder.path() / "out.mid").string();
  write(in, GetParam());
  const auto dump = run({"dump", in});
  ASSERT_EQ(dump.code, 0) << dump.err;
  std::ofstream(text) << dump.out;
  const auto make = run({"make", text, "-o", out});
  ASSERT_EQ(make.code, 0) << make.err << dump.out;
  EXPECT_EQ(read(out), GetParam()) << dump.out;
}

INSTANTIATE_TEST_SUITE_P(, DumpAndMake,
                         ::testing::Values(faulty_file(), riff_file(),
                                           read(MIDO_SOURCE_DIR "/examples/song.mid")));

class Dump : public ::testing::Test {
 protected:
  std::string save(const Bytes& bytes) {
    write(folder_.path() / "a.mid", bytes);
    return (folder_.path() / "a.mid").string();
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Dump, ShowsTickSecondsAndOffset) {
  MidiFile file;
  file.add_track("Lead").push_back(NoteOn{.note = 60}, 960);
  const auto result = run({"dump", save(file.to_bytes())});
  EXPECT_EQ(result.out,
            "midi type=1 ticks_per_beat=480\n"
            "\n"
            "track  # 0 at 14\n"
            "# tick      seconds   offset  event\n"
            "@0            0.000       22  track_name name=\"Lead\"\n"
            "@960          1.000       30  note_on channel=0 note=60 velocity=64\n"
            "@960          1.000       35  end_of_track\n");
}

TEST_F(Dump, SaysWhatIsWrongBeforeTheEventThatHasIt) {
  const auto result = run({"dump", save(faulty_file())});
  EXPECT_THAT(result.out,
              HasSubstr("# fault at 28: bad_data_byte: data byte must be in range 0..127\n"
                        "@0            0.000       26  raw status=144 data=(60,200)"));
}

TEST_F(Dump, GivesAnObjectALine) {
  MidiFile file;
  file.add_track("L\xE9").push_back(SetTempo{.tempo = 400000}, 480);
  std::istringstream lines(run({"dump", "--json", save(file.to_bytes())}).out);
  std::vector<Json> objects;
  for (std::string line; std::getline(lines, line);) objects.push_back(Json::parse(line));
  ASSERT_EQ(objects.size(), 5U);
  EXPECT_EQ(objects[0], Json::parse(R"({"chunk": "MThd", "offset": 0, "type": 1, "tracks": 1,
    "tracks_declared": 1, "ticks_per_beat": 480})"));
  EXPECT_EQ(objects[1], Json::parse(R"({"chunk": "MTrk", "offset": 14, "track": 0, "length": 18,
    "length_declared": 18})"));
  EXPECT_EQ(objects[2]["name"], "Lé");
  EXPECT_EQ(objects[3], Json::parse(R"({"track": 0, "offset": 28, "tick": 480, "seconds": 0.5,
    "time": 480, "type": "set_tempo", "tempo": 400000})"));
}

TEST_F(Dump, GivesFaultsAndJunkAsObjectsToo) {
  const auto result = run({"dump", "--json", save(faulty_file())});
  EXPECT_THAT(result.out, HasSubstr(R"({"chunk":null,"offset":0,"data":[106,117,110,107]})"));
  EXPECT_THAT(result.out, HasSubstr(R"({"diagnostic":{"offset":28,"track":0,"kind":"bad_data)"));
  EXPECT_THAT(result.out, HasSubstr(R"({"chunk":"XFIH","offset":49,"data":[0,1]})"));
}

TEST_F(Dump, ShowsEveryByteAsHexadecimalNumbers) {
  const auto result = run({"dump", "--hex", save(MidiFile().to_bytes())});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("00000000  4D 54 68 64 00 00 00 06  "));
}

TEST_F(Dump, RefusesWhatIsNoMidiFile) {
  const std::string path = save({'n', 'o'});
  const auto result = run({"dump", path});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_EQ(result.err,
            "mido: " + path + ": MThd not found. Probably not a MIDI file (offset 0)\n");
}

TEST(Make, ReadsStandardInput) {
  const TemporaryFolder folder;
  const auto path = (folder.path() / "a.mid").string();
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in("midi\ntrack\nnote_on note=72\n");
  Io io{.out = out, .err = err, .in = &in};
  const std::vector<std::string> args{"make", "-", "-o", path};
  EXPECT_EQ(run_program(args, io), 0) << err.str();
  EXPECT_EQ(MidiFile(std::filesystem::path(path)).tracks.at(0).size(), 2U);
}

TEST(Make, LeavesTheOldFileWhenTheTextIsWrong) {
  const TemporaryFolder folder;
  const auto text = (folder.path() / "text").string();
  const auto path = (folder.path() / "a.mid").string();
  write(path, {'o', 'l', 'd'});
  std::ofstream(text) << "midi\ntrack\nnote_on note=200\n";
  const auto result = run({"make", text, "-o", path});
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.err, "mido: " + text + ":3: data byte must be in range 0..127\n");
  EXPECT_EQ(read(path), Bytes({'o', 'l', 'd'}));
}

}  // namespace
}  // namespace mido::cli
