// SPDX-License-Identifier: MIT

// MIDI files from and to streams.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>

#include "mido/smf/midi_file.hpp"
#include "support/smf_bytes.hpp"

namespace {

using mido::EndOfTrack;
using mido::MidiFile;
using mido::testing::Bytes;

TEST(MidiFileStream, IsSavedToAndLoadedFromAStream) {
  MidiFile file(0);
  file.add_track("name").push_back(EndOfTrack{}, 7);
  std::stringstream stream;
  stream.exceptions(std::ios::badbit | std::ios::failbit | std::ios::eofbit);
  file.save(stream);
  const std::string written = stream.str();
  EXPECT_EQ(Bytes(written.begin(), written.end()), file.to_bytes());
  EXPECT_EQ(MidiFile(stream), file);
  std::istringstream junk("junk");
  EXPECT_THROW(MidiFile{junk}, mido::MidiParseError);
}

TEST(MidiFileStream, IsReadToTheEndFromAStreamOfAnySize) {
  MidiFile file(0);
  file.add_track().push_back(mido::Text{.text = std::string(200000, 'x')});
  std::stringstream stream;
  file.save(stream);
  EXPECT_EQ(MidiFile(stream).to_bytes(), file.to_bytes());
}

// A stream on a device that fails.
struct BrokenBuffer : std::streambuf {
  int_type underflow() override { throw std::runtime_error("the device is gone"); }
};

TEST(MidiFileStream, RefusesAStreamThatCannotBeReadOrWritten) {
  BrokenBuffer buffer;
  std::istream broken(&buffer);
  EXPECT_THROW(MidiFile{broken}, mido::FileError);
  std::ifstream missing("no/such.mid");
  EXPECT_THROW(MidiFile{missing}, mido::FileError);
  std::ostream full(&buffer);
  EXPECT_THROW(MidiFile().save(full), mido::FileError);
}

}  // namespace
