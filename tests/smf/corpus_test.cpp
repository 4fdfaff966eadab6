// SPDX-License-Identifier: MIT

// Every file of a folder of real files; MIDO_CORPUS names it. One test a file, so that a failure
// names the file.

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "mido/smf/errors.hpp"
#include "mido/smf/midi_file.hpp"
#include "mido/smf/reader.hpp"
#include "mido/smf/trace.hpp"
#include "smf/plain_and_fast.hpp"
#include "support/traced_bytes.hpp"

namespace {

struct CorpusFile {
  std::filesystem::path path;
  std::string name;
  std::string kind;
  std::size_t events = 0;
};

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream stream(line);
  for (std::string column; std::getline(stream, column, '\t');) result.push_back(column);
  return result;
}

// expected.tsv: a header line with the names of the columns, then a line a file.
std::vector<CorpusFile> corpus() {
  const char* folder = std::getenv("MIDO_CORPUS");
  if (folder == nullptr || *folder == '\0') return {};
  std::ifstream table(std::filesystem::path(folder) / "expected.tsv");
  std::string line;
  std::getline(table, line);
  std::map<std::string, std::size_t> index;
  for (const auto& name : columns(line)) index.emplace(name, index.size());
  std::vector<CorpusFile> files;
  while (std::getline(table, line)) {
    const auto row = columns(line);
    const std::string& name = row.at(index.at("name"));
    const std::string& events = row.at(index.at("events"));
    files.push_back({.path = std::filesystem::path(folder) / "files" / name,
                     .name = name,
                     .kind = row.at(index.at("kind")),
                     .events = events.empty() ? 0 : std::stoul(events)});
  }
  return files;
}

void PrintTo(const CorpusFile& file, std::ostream* out) { *out << file.name; }

class Corpus : public testing::TestWithParam<CorpusFile> {};

void check_strict_reading(const CorpusFile& expected) {
  mido::MidiFile file;
  try {
    file = mido::MidiFile(expected.path);
  } catch (const mido::MidiParseError& error) {
    // Strict reading refuses a fault; it must say what and where.
    EXPECT_LE(error.offset(), std::filesystem::file_size(expected.path));
    testing::Test::RecordProperty("fault", std::string(to_string(error.kind())));
    return;
  }
  EXPECT_NE(expected.kind, "not-midi");
  if (expected.kind == "sound") {
    std::size_t events = 0;
    for (const auto& track : file.tracks) events += track.size();
    EXPECT_EQ(events, expected.events);
  }
  EXPECT_EQ(mido::MidiFile::from_bytes(file.to_bytes()), file);
}

mido::Bytes bytes_of(const CorpusFile& file) {
  std::ifstream stream(file.path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void check_tolerant_reading(const CorpusFile& expected) {
  const mido::Bytes bytes = bytes_of(expected);
  mido::MidiFile file;
  try {
    file = mido::MidiFile::from_bytes(bytes, {.tolerant = true});
  } catch (const mido::MidiParseError& error) {
    EXPECT_EQ(expected.kind, "not-midi") << error.what();
    return;
  }
  std::size_t events = 0;
  for (const auto& track : file.tracks) events += track.size();
  if (expected.kind == "sound") {
    EXPECT_EQ(events, expected.events);
  } else {
    EXPECT_FALSE(file.diagnostics().empty());
  }
  EXPECT_TRUE(file.to_bytes() == bytes);
}

void check_fast_reading(const CorpusFile& expected) {
  const mido::Bytes bytes = bytes_of(expected);
  mido::Diagnostics faults;
  try {
    mido::smf::Reader reader(bytes, &faults);
    while (const auto chunk = reader.next_chunk()) mido::testing::expect_same_events(chunk->data);
  } catch (const mido::MidiParseError&) {
    EXPECT_EQ(expected.kind, "not-midi");
  }
}

void check_trace(const CorpusFile& expected) {
  const mido::Bytes bytes = bytes_of(expected);
  std::ostringstream out;
  mido::smf::trace(bytes, out);
  EXPECT_TRUE(mido::testing::traced_bytes(out.str()) == bytes);
}

// One test a file and not one a check: each is a process of its own, which takes longer than the
// checks.
TEST_P(Corpus, IsReadAndWrittenAsItShouldBe) {
  check_strict_reading(GetParam());
  check_tolerant_reading(GetParam());
  check_fast_reading(GetParam());
  check_trace(GetParam());
}

std::string test_name(const testing::TestParamInfo<CorpusFile>& info) {
  std::string name = std::to_string(info.index) + "_" + info.param.name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(, Corpus, testing::ValuesIn(corpus()), test_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Corpus);

TEST(CorpusFolder, IsThere) {
  if (corpus().empty()) GTEST_SKIP() << "set MIDO_CORPUS to a folder of files to test with it";
  EXPECT_GT(corpus().size(), 0U);
}

}  // namespace
