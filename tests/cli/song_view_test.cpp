// SPDX-License-Identifier: MIT
#include "cli/song_view.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "cli/canvas_text.hpp"
#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"

namespace mido::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using testing::to_text;

const std::vector<TrackEvent> chord{{ProgramChange{.channel = 0, .program = 40}, 0},
                                    {NoteOn{.channel = 0, .note = 72}, 0},
                                    {NoteOn{.channel = 1, .note = 48}, 0.5},
                                    {NoteOff{.channel = 0, .note = 72}, 0.5},
                                    {NoteOff{.channel = 1, .note = 48}, 3.0}};

// The one note sounds, the other follows a beat later; both are bright, so they look full here.
TEST(SongView, ShowsNotesKeyboardProgressAndInstruments) {
  SongView view(chord, Seconds(4));
  view.played(chord[0]);
  EXPECT_EQ(to_text(view.draw(Seconds(0.04), {.columns = 44, .rows = 18})),
            "         █\n"
            "▁▁▁▁▁▁▁▁▁█▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁\n"
            "         █                       ▇\n"
            "         █                       █\n"
            "         █                       █\n"
            "▔▔▔▔▔▔▔▔▔▇▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔█▔▔▔▔▔▔▔▔▔▔\n"
            "                                 █\n"
            "                                 █\n"
            " █▏ █ █ █▏ █ █▏ █ █ █▏ █ █▏ █ █ █● █ █▏ █ █\n"
            "│█▏│█│█│█▏│█│█▏│█│█│█▏│█│█▏│█│█│█▏▌█│█▏│█│█│\n"
            "0:00 ─────────────────────── 0:04  120.0 BPM\n"
            "● Violin              ● Grand Piano\n");
}

TEST(SongView, ShowsTheProgressAloneInASmallTerminal) {
  SongView view(chord, Seconds(4));
  EXPECT_EQ(to_text(view.draw(Seconds(1), {.columns = 30, .rows = 24})),
            "0:01 ━━╸────── 0:04  120.0 BPM\n");
  EXPECT_EQ(view.draw(Seconds(1), {.columns = 80, .rows = 12}).height(), 1);
  EXPECT_EQ(view.draw(Seconds(1), {.columns = 1, .rows = 1}).width(), 1);
}

TEST(SongView, IsNeverWiderThan80ColumnsNorAsHighAsTheTerminal) {
  SongView view(chord, Seconds(4));
  for (int rows = 1; rows < 60; ++rows) {
    const Canvas canvas = view.draw(Seconds(0), {.columns = 200, .rows = rows});
    EXPECT_LE(canvas.width(), 80);
    EXPECT_LE(canvas.height(), rows);
  }
}

TEST(SongView, FollowsTempoAndInstruments) {
  SongView view(chord, Seconds(4));
  const TerminalSize size{.columns = 80, .rows = 24};
  EXPECT_THAT(to_text(view.draw(Seconds(0), size)), HasSubstr("120.0 BPM"));
  view.played({SetTempo{.tempo = 400000}});
  view.played({ProgramChange{.channel = 1, .program = 56}});
  const auto text = to_text(view.draw(Seconds(1), size));
  EXPECT_THAT(text, HasSubstr("150.0 BPM"));
  EXPECT_THAT(text, EndsWith("● Grand Piano                           ● Trumpet\n"));
}

TEST(SongView, HasTwoRowsOfInstrumentsForAnOrchestra) {
  std::vector<TrackEvent> events;
  for (int channel = 0; channel < 16; ++channel) {
    events.emplace_back(NoteOn{.channel = checked(channel), .note = 60}, 0);
  }
  SongView view(events, Seconds(1));
  const auto text = to_text(view.draw(Seconds(0), {.columns = 80, .rows = 24}));
  EXPECT_THAT(text, EndsWith("● Grand P ● Grand P ● Grand P ● Grand P ● Grand P ● Grand P ● Grand P"
                             " ● Grand P\n"
                             "● Grand P ● Drums   ● Grand P ● Grand P ● Grand P ● Grand P ● Grand P"
                             " ● Grand P\n"));
}

TEST(SongView, LivesWithASongOfNoLength) {
  SongView view({}, Seconds(0));
  EXPECT_THAT(to_text(view.draw(Seconds(0), {.columns = 40, .rows = 5})), StartsWith("0:00 ━━"));
}

}  // namespace
}  // namespace mido::cli
