// SPDX-License-Identifier: MIT
#include "mido/smf/track_builder.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/midi_file.hpp"

namespace {

using mido::EndOfTrack;
using mido::MidiTrack;
using mido::NoteOff;
using mido::NoteOn;
using mido::NoteSpan;
using mido::TrackBuilder;

TEST(TrackBuilder, PutsEventsAtTheirTicks) {
  EXPECT_EQ(
      TrackBuilder()
          .add(960, NoteOff{.note = 60})
          .add(480, NoteOn{.note = 60})
          .add(480, NoteOn{.note = 61})
          .build(),
      (MidiTrack{{NoteOn{.note = 60}, 480}, {NoteOn{.note = 61}, 0}, {NoteOff{.note = 60}, 480}}));
}

TEST(TrackBuilder, BeginsWithTheEventsOfATrack) {
  const MidiTrack track{{NoteOn{.note = 1}, 10}, {EndOfTrack{}, 10}};
  EXPECT_EQ(TrackBuilder(track).build(), track);
  EXPECT_EQ(TrackBuilder(track).add(10, NoteOn{.note = 2}).build(),
            (MidiTrack{{NoteOn{.note = 1}, 10}, {NoteOn{.note = 2}, 0}, {EndOfTrack{}, 10}}));
}

TEST(TrackBuilder, MakesEventsOfNotes) {
  EXPECT_EQ(TrackBuilder()
                .add(NoteSpan{.start = 5, .duration = 10, .channel = 2, .note = 60, .velocity = 1})
                .build(),
            (MidiTrack{{NoteOn{.channel = 2, .note = 60, .velocity = 1}, 5},
                       {NoteOff{.channel = 2, .note = 60}, 10}}));
}

TEST(TrackBuilder, EndsANoteBeforeTheNextBegins) {
  EXPECT_EQ(TrackBuilder()
                .add(NoteSpan{.start = 10, .duration = 10})
                .add(NoteSpan{.start = 0, .duration = 10})
                .build(),
            (MidiTrack{{NoteOn{}, 0}, {NoteOff{}, 10}, {NoteOn{}, 0}, {NoteOff{}, 10}}));
}

TEST(TrackBuilder, IsTheReverseOfNotes) {
  const std::vector<NoteSpan> spans = {
      {.start = 0, .duration = 20, .note = 60, .velocity = 3, .release_velocity = 4},
      {.start = 0, .duration = 0, .note = 61},
      {.start = 20, .duration = 0, .note = 60},
      {.start = 20, .duration = 7, .channel = 9, .note = 60},
      {.start = 22, .duration = 5, .note = 61, .ended = false}};
  TrackBuilder builder;
  for (const NoteSpan& span : spans) builder.add(span);
  EXPECT_EQ(notes(builder.build()), spans);
}

TEST(TrackBuilder, RefusesWhatIsBeforeTheBeginning) {
  EXPECT_THROW(TrackBuilder().add(-1, NoteOn{}), mido::ValueError);
  EXPECT_THROW(TrackBuilder().add(NoteSpan{.start = -1}), mido::ValueError);
}

TEST(TrackBuilder, WritesAnEventAnewThatWasReadFromAnotherPlace) {
  // The second note_on has a status byte though running status would do.
  mido::MidiFile file = mido::MidiFile::from_bytes(
      mido::Bytes{'M', 'T', 'h', 'd', 0,  0, 0,    6,  0,  0, 0,    1,  1,  0, 'M',  'T',  'r',
                  'k', 0,   0,   0,   12, 0, 0x90, 60, 64, 0, 0x90, 61, 64, 0, 0xFF, 0x2F, 0});
  TrackBuilder builder;
  builder.add(0, file.tracks[0][0]).add(0, mido::Text{}).add(0, file.tracks[0][1]);
  file.tracks = {builder.build()};
  EXPECT_EQ(mido::MidiFile::from_bytes(file.to_bytes()).tracks[0],
            builder.add(0, EndOfTrack{}).build());
}

}  // namespace
