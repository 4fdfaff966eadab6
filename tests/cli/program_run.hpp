// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <stop_token>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "mido/smf/midi_file.hpp"
#include "support/temporary_folder.hpp"

namespace mido::cli::testing {

/// What became of a run of the program.
struct Run {
  int code = 0;
  std::string out;
  std::string err;
};

/// Runs the program in this process.
inline Run run(const std::vector<std::string>& args, std::stop_token stop = {}) {
  std::ostringstream out;
  std::ostringstream err;
  Io io{.out = out, .err = err, .stop = std::move(stop)};
  const int code = run_program(args, io);
  return {.code = code, .out = out.str(), .err = err.str()};
}

/// A file with one track that holds these events; it is over at once when they have no times.
inline MidiFile song_of(const std::vector<TrackEvent>& events) {
  MidiFile file;
  file.tracks.emplace_back(events.begin(), events.end());
  return file;
}

/// Saves it in the folder and returns the path.
inline std::string save(const mido::testing::TemporaryFolder& folder, const std::string& name,
                        const MidiFile& file) {
  const auto path = folder.path() / name;
  file.save(path);
  return path.string();
}

}  // namespace mido::cli::testing
