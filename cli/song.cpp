// SPDX-License-Identifier: MIT
#include "cli/song.hpp"

#include <numeric>
#include <utility>

#include "cli/file_errors.hpp"
#include "cli/text.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido::cli {

namespace {

Part make_part(const MidiFile& file) {
  Part part{.events = file.events()};
  for (const auto& event : part.events) part.length += Seconds(event.time().seconds());
  return part;
}

MidiFile read(const std::string& path) {
  try {
    return MidiFile(std::filesystem::path(path), {.tolerant = true});
  } catch (const Error& error) {
    throw Error(about_file(path, error));
  }
}

}  // namespace

Seconds Song::length() const {
  return std::accumulate(parts.begin(), parts.end(), Seconds(),
                         [](Seconds sum, const Part& part) { return sum + part.length; });
}

Song load_song(const std::string& path) {
  MidiFile file = read(path);
  Song song{.path = path, .faults = file.diagnostics().total()};
  for (const auto& track : file.tracks) song.tracks.push_back(printable(track.name()));
  if (file.type != 2) {
    song.parts.push_back(make_part(file));
    return song;
  }
  for (auto& track : file.tracks) {
    MidiFile alone(0, file.division);
    alone.tracks.push_back(std::move(track));
    song.parts.push_back(make_part(alone));
  }
  return song;
}

}  // namespace mido::cli
