// SPDX-License-Identifier: MIT
#pragma once

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

  [[nodiscard]] Seconds length() const;
};

/// Throws Error, which names the file.
[[nodiscard]] Song load_song(const std::string& path);

}  // namespace mido::cli
