// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <vector>

#include "mido/codec/text.hpp"
#include "mido/smf/cut.hpp"

namespace {

using mido::Aftertouch;
using mido::ControlChange;
using mido::cut;
using mido::EndOfTrack;
using mido::MidiFile;
using mido::MidiPort;
using mido::MidiTrack;
using mido::NoteOff;
using mido::NoteOn;
using mido::PitchWheel;
using mido::ProgramChange;
using mido::TrackEvent;

MidiFile file_of(std::vector<MidiTrack> tracks) {
  MidiFile file;
  file.tracks = std::move(tracks);
  return file;
}

ControlChange control(int number, int value, int channel = 0) {
  return {.channel = mido::checked(channel),
          .control = mido::checked(number),
          .value = mido::checked(value)};
}

// What a cut after these events begins with.
MidiTrack chased(MidiTrack before) {
  before.push_back(EndOfTrack{}, 100);
  std::int64_t end = 0;
  for (const TrackEvent& event : before) end += event.time().ticks();
  MidiTrack track = cut(file_of({before}), end, end).tracks[0];
  track.pop_back();  // end_of_track
  return track;
}

TEST(Chase, SetsTheLastValueOfEveryController) {
  EXPECT_EQ(chased({{control(7, 10), 0}, {control(1, 5), 0}, {control(7, 20), 5}}),
            (MidiTrack{control(1, 5), control(7, 20)}));
}

TEST(Chase, SetsPitchAndPressure) {
  EXPECT_EQ(chased({Aftertouch{.value = 5}, PitchWheel{.pitch = 3}, PitchWheel{.pitch = -300}}),
            (MidiTrack{PitchWheel{.pitch = -300}, Aftertouch{.value = 5}}));
}

TEST(Chase, ChoosesTheProgramFromTheBankItWasChosenFrom) {
  EXPECT_EQ(chased({control(0, 1), control(32, 2), ProgramChange{.program = 3}, control(7, 9)}),
            (MidiTrack{control(0, 1), control(32, 2), ProgramChange{.program = 3}, control(7, 9)}));
  EXPECT_EQ(chased({control(0, 1), ProgramChange{.program = 3}, control(0, 2)}),
            (MidiTrack{control(0, 1), ProgramChange{.program = 3}, control(0, 2)}));
}

TEST(Chase, SetsEveryParameterByItsSelection) {
  EXPECT_EQ(chased({control(101, 0), control(100, 0), control(6, 2), control(6, 12), control(38, 1),
                    control(99, 1), control(98, 8), control(6, 70), control(96, 0),
                    control(101, 127), control(100, 127)}),
            (MidiTrack{control(99, 1), control(98, 8), control(6, 70), control(96, 0),
                       control(101, 0), control(100, 0), control(6, 12), control(38, 1),
                       control(101, 127), control(100, 127)}));
}

TEST(Chase, KnowsWhatAResetOfAllControllersResets) {
  EXPECT_EQ(chased({control(1, 5), control(7, 6), control(91, 7), PitchWheel{.pitch = 1},
                    control(121, 0), control(11, 8)}),
            (MidiTrack{control(121, 0), control(7, 6), control(11, 8), control(91, 7)}));
}

TEST(Chase, RepeatsTheModeAndNothingThatIsDoneAtOnce) {
  EXPECT_EQ(
      chased({control(126, 1), control(127, 0), control(123, 0), control(120, 0), control(84, 60)}),
      (MidiTrack{control(127, 0)}));
}

TEST(Chase, SetsAChannelBeforeAllTracksThatUseIt) {
  const MidiFile file = file_of({MidiTrack{{NoteOn{}, 10}, {NoteOff{}, 10}},
                                 MidiTrack{{control(7, 3), 5}, {control(7, 4, 1), 0}},
                                 MidiTrack{{control(7, 1), 0}, {EndOfTrack{}, 20}}});
  EXPECT_EQ(
      cut(file, 10, 20).tracks,
      (std::vector{MidiTrack{{control(7, 3), 0}, {NoteOn{}, 0}, {NoteOff{}, 10}, {EndOfTrack{}, 0}},
                   MidiTrack{{control(7, 4, 1), 0}, {EndOfTrack{}, 10}},
                   MidiTrack{{EndOfTrack{}, 10}}}));
}

TEST(Chase, KeepsTheChannelsOfSeveralPortsApart) {
  const MidiFile file = file_of(
      {MidiTrack{{MidiPort{.port = 1}, 0}, {control(7, 1), 0}}, MidiTrack{{MidiPort{.port = 2}, 0},
                                                                          {control(7, 2), 0},
                                                                          {MidiPort{.port = 3}, 0},
                                                                          {control(7, 3), 0},
                                                                          {EndOfTrack{}, 9}}});
  EXPECT_EQ(cut(file, 5, 9).tracks,
            (std::vector{MidiTrack{{MidiPort{.port = 1}, 0}, {control(7, 1), 0}, {EndOfTrack{}, 4}},
                         MidiTrack{{MidiPort{.port = 2}, 0},
                                   {control(7, 2), 0},
                                   {MidiPort{.port = 3}, 0},
                                   {control(7, 3), 0},
                                   {EndOfTrack{}, 4}}}));
}

}  // namespace
