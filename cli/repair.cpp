// SPDX-License-Identifier: MIT
#include "cli/repair.hpp"

#include <cstdint>

#include "mido/messages/encoding.hpp"

namespace mido::cli {

namespace {

bool is_sound(const TrackEvent& event) {
  if (event.is<RawEvent>() || event.is<EndOfTrack>()) return false;
  return !event.is_meta() || detail::is_valid_meta(event.code(), event.data());
}

MidiTrack repaired(const MidiTrack& track) {
  MidiTrack result;
  std::int64_t left_out = 0;
  for (const TrackEvent& event : track) {
    left_out += event.time().ticks();
    if (!is_sound(event)) continue;
    // A new payload forgets how the file wrote the old one.
    result.push_back(
        TrackEvent::from_payload({event.kind(), event.code(), event.data()}, left_out));
    left_out = 0;
  }
  result.push_back(EndOfTrack{}, left_out);
  return result;
}

}  // namespace

MidiFile repaired(const MidiFile& file) {
  const bool type_fits = file.type != 0 || file.tracks.size() == 1;
  MidiFile result(type_fits ? file.type : FileType(1), file.division);
  for (const MidiTrack& track : file.tracks) result.tracks.push_back(repaired(track));
  for (const ForeignChunk& chunk : file.foreign_chunks) {
    if (!chunk.id.empty()) result.foreign_chunks.push_back(chunk);
  }
  return result;
}

}  // namespace mido::cli
