// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mido/smf/midi_file.hpp"
#include "mido/smf/tempo_map.hpp"

namespace mido::cli {

/// What has a colour of its own: a track, or a channel where all notes are in one track.
struct RollPart {
  std::string name;  ///< safe to print
  friend bool operator==(const RollPart&, const RollPart&) = default;
};

struct RollNote {
  std::int64_t start = 0;  ///< in ticks
  std::int64_t end = 0;
  std::size_t part = 0;
  int channel = 0;
  int key = 0;
  int velocity = 0;
  friend bool operator==(const RollNote&, const RollNote&) = default;
};

/// A text at some tick, safe to print.
struct RollText {
  std::int64_t tick = 0;
  std::string text;
  friend bool operator==(const RollText&, const RollText&) = default;
};

/// A line across the picture.
struct RollLine {
  std::int64_t tick = 0;
  std::int64_t number = 0;  ///< of the bar that it starts, or of the second; 0 within a bar
  std::string label = {};   ///< the same as it is shown
  friend bool operator==(const RollLine&, const RollLine&) = default;
};

/// All that a picture of a song shows, between two ticks.
struct RollMusic {
  std::string title;
  std::int64_t first = 0;
  std::int64_t last = 1;
  std::vector<RollPart> parts = {};
  std::vector<RollNote> notes = {};
  std::vector<RollLine> lines = {};
  std::vector<RollText> meters = {};  ///< "3/4"
  std::vector<RollText> tempos = {};  ///< beats a minute
  std::vector<RollText> markers = {};
  std::vector<RollText> lyrics = {};
};

/// What is to be shown.
struct RollChoice {
  std::string from = {};  ///< a bar from 1, or a time: "12.5s", "1:30"; none: the beginning
  std::string to = {};    ///< the last bar, or a time; none: the end
  std::vector<std::size_t> tracks = {};  ///< none: all
};

/// Throws Error when there is nothing to show, and UsageError for a choice that cannot be.
[[nodiscard]] RollMusic roll_music(const MidiFile& file, const std::string& title,
                                   const RollChoice& choice);

/// The tick at which a bar begins ("9") or a time is ("12.5s", "1:30"); with `after` the end of the
/// bar. Throws UsageError for what is neither.
[[nodiscard]] std::int64_t tick_of(const std::string& place, const TempoMap& tempos, bool after);

}  // namespace mido::cli
