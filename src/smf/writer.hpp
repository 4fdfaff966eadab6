// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "mido/smf/midi_file.hpp"
#include "smf/byte_sink.hpp"

namespace mido::detail {

/// Writes a MIDI file into memory; see MidiFile::to_bytes().
class FileWriter {
 public:
  explicit FileWriter(const MidiFile& file);
  [[nodiscard]] Bytes write() &&;

 private:
  void write_frame_begin();
  void write_header();
  void write_foreign_before(std::size_t track);
  void write_frame_end();

  const MidiFile& file_;
  ByteSink out_;
  std::size_t foreign_written_ = 0;
};

/// Appends a whole track chunk. Throws ValueError for what a track cannot hold.
void append_track(ByteSink& out, const MidiTrack& track);

}  // namespace mido::detail
