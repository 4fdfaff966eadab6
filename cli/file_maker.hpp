// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mido/messages/attribute.hpp"
#include "mido/smf/midi_track.hpp"

namespace mido::cli {

/// Puts a MIDI file together from the lines that `mido dump` writes. Everything throws Error that
/// says what was expected.
class FileMaker {
 public:
  /// A line's words, of which there is one at least.
  void add_line(std::span<const std::string_view> words);

  /// The file, when all lines have been added.
  [[nodiscard]] Bytes finish();

 private:
  using Words = std::span<const std::string_view>;

  void begin_header(Words attributes);
  void begin_track(Words attributes);
  void begin_chunk(Words attributes);
  void begin_raw(Words attributes);
  void add_bytes(Words numbers);
  void add_event(Words words);
  void end_part();
  void end_track();

  enum class Part : std::uint8_t { none, header, track, chunk, raw };

  Bytes file_;
  Part part_ = Part::none;
  std::size_t length_at_ = 0;                // where the length of the chunk under way stands
  std::optional<unsigned> declared_length_;  // what it shall say, unless the truth
  std::optional<std::size_t> tracks_at_;     // where the number of tracks is to be put
  unsigned tracks_ = 0;
  bool has_header_ = false;
  MidiTrack track_;
  std::int64_t tick_ = 0;
  bool needs_end_ = true;
  bool has_running_status_ = true;
};

/// The MIDI file that a text says. Throws Error with `name` and the number of the line.
[[nodiscard]] Bytes make_file(std::string_view text, const std::string& name);

}  // namespace mido::cli
