// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <span>

#include "cli/palette.hpp"
#include "mido/messages/track_event.hpp"

namespace mido::cli {

inline constexpr int drum_channel = 9;  // General MIDI: channel 10 for people

/// What a song uses, known before it starts: it decides how the picture is laid out.
struct Survey {
  int lowest = 127;  ///< keys, without the drums; lowest > highest when there is none
  int highest = 0;
  std::bitset<16> channels = {};  ///< that play notes

  [[nodiscard]] bool has_drums() const { return channels.test(drum_channel); }
  /// Channels are told apart by colour; if there is only one, low and high keys are.
  [[nodiscard]] palette::NoteColor color(int channel, int key) const;
};

[[nodiscard]] Survey survey(std::span<const TrackEvent> events);

}  // namespace mido::cli
