// SPDX-License-Identifier: MIT
#include "cli/roll_music.hpp"

#include <gmock/gmock.h>

#include "cli/errors.hpp"

namespace mido::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

MidiTrack notes_of(std::initializer_list<int> keys, Channel channel = 0) {
  MidiTrack track;
  for (const int key : keys) {
    track.push_back(NoteOn{.channel = channel, .note = checked(key)}, 0);
    track.push_back(NoteOff{.channel = channel, .note = checked(key)}, 480);
  }
  return track;
}

/// Two bars of 4/4 in two tracks.
MidiFile song() {
  MidiFile file;
  MidiTrack& head = file.add_track("Song");
  head.push_back(SetTempo{.tempo = 500000});
  head.push_back(Marker{.text = "A"}, 480);
  head.push_back(SetTempo{.tempo = 600000}, 480 * 4);
  file.tracks.push_back(notes_of({60, 61, 62, 63, 64, 65, 66, 67}));
  file.tracks.back().set_name("Right");
  file.tracks.push_back(notes_of({40}));
  file.tracks[2].push_back(Lyrics{.text = "la "}, 0);
  return file;
}

RollMusic music_of(const MidiFile& file, const RollChoice& choice = {}) {
  return roll_music(file, "title", choice);
}

std::vector<int> keys_of(const RollMusic& music) {
  std::vector<int> keys;
  for (const RollNote& note : music.notes) keys.push_back(note.key);
  return keys;
}

TEST(RollMusic, HasEverythingThatAPictureShows) {
  const RollMusic music = music_of(song());
  EXPECT_EQ(music.title, "title");
  EXPECT_EQ(music.first, 0);
  EXPECT_EQ(music.last, 8 * 480);
  EXPECT_THAT(music.parts, ElementsAre(RollPart{"Right"}, RollPart{"Grand Piano"}));
  ASSERT_EQ(music.notes.size(), 9U);
  EXPECT_EQ(music.notes[1],
            (RollNote{.start = 0, .end = 480, .part = 1, .key = 40, .velocity = 64}));
  EXPECT_THAT(music.tempos, ElementsAre(RollText{0, "120"}, RollText{5 * 480, "100"}));
  EXPECT_THAT(music.meters, ElementsAre(RollText{0, "4/4"}));
  EXPECT_THAT(music.markers, ElementsAre(RollText{480, "A"}));
  EXPECT_THAT(music.lyrics, ElementsAre(RollText{480, "la"}));
  ASSERT_EQ(music.lines.size(), 8U);
  EXPECT_EQ(music.lines[0], (RollLine{0, 1, "1"}));
  EXPECT_EQ(music.lines[1], (RollLine{480, 0, ""}));
  EXPECT_EQ(music.lines[4], (RollLine{4 * 480, 2, "2"}));
}

TEST(RollMusic, GoesFromBarToBarInclusive) {
  const RollMusic music = music_of(song(), {.from = "2", .to = "2"});
  EXPECT_EQ(music.first, 4 * 480);
  EXPECT_EQ(music.last, 8 * 480);
  EXPECT_THAT(keys_of(music), ElementsAre(64, 65, 66, 67));
  EXPECT_THAT(music.tempos, ElementsAre(RollText{4 * 480, "120"}, RollText{5 * 480, "100"}))
      << "what holds at the beginning is said there";
  EXPECT_THAT(music.markers, IsEmpty());
}

TEST(RollMusic, GoesFromTimeToTime) {
  const RollMusic music = music_of(song(), {.from = "0:00.25", .to = "1.25s"});
  EXPECT_EQ(music.first, 240);
  EXPECT_EQ(music.last, 1200);
  ASSERT_THAT(keys_of(music), ElementsAre(60, 40, 61, 62));
  EXPECT_EQ(music.notes[0].start, 240) << "a note is cut at the edge";
  EXPECT_EQ(music.notes[3].end, 1200);
}

TEST(RollMusic, ShowsTheChosenTracksInTheTempoOfAll) {
  const RollMusic music = music_of(song(), {.tracks = {2}});
  EXPECT_THAT(keys_of(music), ElementsAre(40));
  EXPECT_EQ(music.tempos.size(), 1U) << "the second is after the end";
  EXPECT_EQ(music.last, 4 * 480) << "the end of the bar";
  EXPECT_THROW(music_of(song(), {.tracks = {3}}), UsageError);
}

TEST(RollMusic, TellsChannelsApartWhereThereIsOneTrack) {
  MidiFile file(0);
  file.tracks.push_back(notes_of({60}, 3));
  const MidiTrack drums = notes_of({36}, 9);
  for (const TrackEvent& event : drums) file.tracks[0].push_back(event);
  file.tracks[0].insert(file.tracks[0].begin(), ProgramChange{.channel = 3, .program = 40});
  EXPECT_THAT(music_of(file).parts, ElementsAre(RollPart{"Violin"}, RollPart{"Drums"}));
}

TEST(RollMusic, CountsSecondsWhereThereAreNoBars) {
  MidiFile file(1, Division::smpte(25, 40));
  file.tracks.push_back(notes_of({60, 61, 62, 63, 64}));
  const RollMusic music = music_of(file);
  EXPECT_THAT(music.lines, ElementsAre(RollLine{0, 1, "0:00"}, RollLine{1000, 2, "0:01"},
                                       RollLine{2000, 3, "0:02"}));
  EXPECT_THAT(music.tempos, IsEmpty());
  EXPECT_THROW(music_of(file, {.from = "2"}), UsageError);
  EXPECT_EQ(music_of(file, {.from = "1s"}).first, 1000);
}

TEST(RollMusic, ShowsOneTrackOfAType2File) {
  MidiFile file(2);
  file.add_track("none");
  file.tracks.push_back(notes_of({60}));
  file.tracks.push_back(notes_of({61}));
  EXPECT_THAT(keys_of(music_of(file)), ElementsAre(60));
  EXPECT_THAT(keys_of(music_of(file, {.tracks = {2}})), ElementsAre(61));
  EXPECT_THROW(music_of(file, {.tracks = {1, 2}}), UsageError);
}

TEST(RollMusic, RefusesWhatIsNoPlace) {
  for (const auto* place : {"x", "0", "1.5", "-1", "1:", ":1", "s", "1:2:3", "nan"}) {
    EXPECT_THROW(music_of(song(), {.from = place}), UsageError) << place;
  }
  EXPECT_THROW(music_of(song(), {.from = "2", .to = "1"}), UsageError);
  EXPECT_THROW(music_of(MidiFile()), Error) << "no notes";
}

}  // namespace
}  // namespace mido::cli
