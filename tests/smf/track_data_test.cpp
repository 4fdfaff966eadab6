// SPDX-License-Identifier: MIT
#include "mido/smf/track_data.hpp"

#include <gmock/gmock.h>

#include "mido/smf/reader.hpp"

namespace mido::smf {
namespace {

using ::testing::ElementsAre;

TEST(TrackData, HasNothingThatIsNotSaid) {
  EXPECT_THAT(track_data({}), ElementsAre());
  const MidiTrack track{NoteOn{.note = 60}, EndOfTrack{}, NoteOn{.note = 61}};
  EXPECT_THAT(track_data(track), ElementsAre(0, 0x90, 60, 64, 0, 0xFF, 0x2F, 0, 0, 0x90, 61, 64));
}

TEST(TrackData, IsWhatWasRead) {
  // A delta time of two bytes, a status that could be left out, stray bytes, half an event.
  const Bytes data{0x80, 0x00, 0x90, 60, 64, 0, 0x90, 61, 64, 0, 0xF8, 0, 0xFF, 0x01, 0x05, 'a'};
  Diagnostics faults;
  TrackReader reader(data, 0, 0, mido::detail::Faults(&faults));
  MidiTrack track;
  for (Event event; reader.next(event);) track.push_back(to_track_event(event));
  EXPECT_EQ(track_data(track), data);
}

TEST(TrackData, RefusesWhatNoTrackHolds) {
  EXPECT_THROW(static_cast<void>(track_data({TrackEvent(NoteOn{}, 0.5)})), ValueError);
}

}  // namespace
}  // namespace mido::smf
