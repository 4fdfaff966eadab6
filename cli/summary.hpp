// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mido/messages/field_types.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido::cli {

/// What a track holds.
struct TrackSummary {
  std::string name = {};  ///< safe to print
  std::bitset<16> channels = {};
  std::vector<std::string> instruments = {};  ///< each once, in the order of their changes
  std::size_t events = 0;
  std::size_t notes = 0;
};

/// What a file holds.
struct Summary {
  std::vector<TrackSummary> tracks = {};
  std::vector<Tempo> tempos = {};            ///< one for each set_tempo
  std::vector<std::string> meters = {};      ///< "3/4", each once
  std::vector<std::string> keys = {};        ///< "F#m", each once
  std::vector<std::string> copyrights = {};  ///< safe to print
  std::size_t markers = 0;
  std::size_t lyrics = 0;
};

[[nodiscard]] Summary summarize(const MidiFile& file);

/// Events of all tracks, meta messages and end_of_track included.
[[nodiscard]] std::size_t count_events(const MidiFile& file) noexcept;

/// How long the file plays: the patterns of a type 2 file one after the other.
[[nodiscard]] Seconds length_of(const MidiFile& file);

}  // namespace mido::cli
