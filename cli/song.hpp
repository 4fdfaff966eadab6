// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

/// What is played in one go.
struct Part {
  std::vector<TrackEvent> events = {};  ///< with times in seconds since the one before
  Seconds length{};
};

/// A MIDI file, ready to be played.
struct Song {
  std::string path;
  std::vector<std::string> tracks = {};  ///< their names, safe to print
  std::vector<Part> parts = {};          ///< one, but for a type 2 file one for each track
  std::size_t faults = 0;                ///< that the file has; it is played all the same

  [[nodiscard]] Seconds length() const;
};

/// Reads tolerantly. Throws Error, which names the file, when it is no MIDI file.
[[nodiscard]] Song load_song(const std::string& path);

}  // namespace mido::cli
