// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mido/values/errors.hpp"

namespace mido {

/// What can be wrong with a MIDI file, or a SYX file.
enum class FaultKind : std::uint8_t {
  no_header,             ///< there is no MThd: no MIDI file
  riff_wrapper,          ///< the file stands in a RIFF file (RMID)
  leading_bytes,         ///< bytes before MThd
  bad_header,            ///< an impossible header length, an unknown file type, no division
  truncated_chunk,       ///< a chunk says it is longer than what is left of the file
  wrong_track_length,    ///< a track is longer or shorter than its chunk says
  foreign_chunk,         ///< a chunk that is neither header nor track
  missing_tracks,        ///< fewer tracks than the header says
  extra_tracks,          ///< more tracks than the header says, or than the file type can have
  trailing_bytes,        ///< bytes between or after the chunks that are none
  truncated_event,       ///< the track ends inside an event
  long_quantity,         ///< a variable-length quantity of more than four bytes
  no_running_status,     ///< a data byte where there is no status to go with it
  cancelled_status,      ///< running status after a sysex or meta event, which cancel it
  bad_data_byte,         ///< a data byte over 127
  system_message,        ///< a system common or real-time message, or an undefined status
  bad_meta,              ///< a meta message with a payload that it cannot have
  missing_end_of_track,  ///< the track ends without end_of_track
  after_end_of_track,    ///< the track goes on after end_of_track
  outside_sysex,         ///< in a SYX file: bytes that belong to no whole sysex message
};

/// The name of the enumerator: "bad_meta".
[[nodiscard]] std::string_view to_string(FaultKind kind) noexcept;

/// One fault of a file that was read all the same.
struct Diagnostic {
  std::size_t offset = 0;            ///< in bytes from the beginning of the file
  std::optional<std::size_t> track;  ///< from 0; nothing outside of tracks
  std::int64_t tick = 0;             ///< in the track, as far as it is known
  FaultKind kind{};
  std::string detail;  ///< for people
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// For people: "bad_meta: … (track 1, offset 35)".
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// A file that is no valid MIDI file, and where.
class MidiParseError : public Error {
 public:
  explicit MidiParseError(Diagnostic fault);

  [[nodiscard]] FaultKind kind() const noexcept { return fault_.kind; }
  /// In bytes from the beginning of the file.
  [[nodiscard]] std::size_t offset() const noexcept { return fault_.offset; }
  /// From 0; nothing outside of tracks.
  [[nodiscard]] std::optional<std::size_t> track() const noexcept { return fault_.track; }
  [[nodiscard]] const Diagnostic& fault() const noexcept { return fault_; }

 private:
  Diagnostic fault_;
};

}  // namespace mido
