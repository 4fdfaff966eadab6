// SPDX-License-Identifier: MIT
#include "mido/smf/print_tracks.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "mido/smf/midi_file.hpp"

namespace {

mido::MidiFile small_file() {
  mido::MidiFile file;
  file.add_track("Piano").push_back(mido::NoteOn{.note = 60}, 32);
  file.add_track().push_back(mido::Sysex{.data = {1, 2}}, 0);
  file.tracks[1].push_back(mido::UnknownMeta{.type_byte = 0x60, .data = {1}}, 0);
  return file;
}

// The texts are what mido 1.3.3 prints for the same file.

TEST(PrintTracks, PrintsAnEventALine) {
  std::ostringstream out;
  mido::print_tracks(small_file(), out);
  EXPECT_EQ(out.str(),
            "=== Track 0\n"
            "MetaMessage('track_name', name='Piano', time=0)\n"
            "Message('note_on', channel=0, note=60, velocity=64, time=32)\n"
            "=== Track 1\n"
            "Message('sysex', data=(1, 2), time=0)\n"
            "UnknownMetaMessage(type_byte=96, data=(1,), time=0)\n");
}

TEST(PrintTracks, PrintsOnlyMetaMessagesWhenAsked) {
  std::ostringstream out;
  mido::print_tracks(small_file(), out, true);
  EXPECT_EQ(out.str(),
            "=== Track 0\n"
            "MetaMessage('track_name', name='Piano', time=0)\n"
            "=== Track 1\n"
            "UnknownMetaMessage(type_byte=96, data=(1,), time=0)\n");
}

}  // namespace
