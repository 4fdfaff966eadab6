// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mido/values/errors.hpp"

namespace mido {

/// What can be wrong with a MIDI file.
enum class FaultKind : std::uint8_t {
  no_header,             ///< it does not begin with MThd: probably no MIDI file
  bad_header,            ///< a header of less than six bytes, an unknown file type, no division
  truncated_chunk,       ///< a chunk says it is longer than what is left of the file
  missing_tracks,        ///< fewer tracks than the header says
  extra_tracks,          ///< more tracks than the header says, or than the file type can have
  trailing_bytes,        ///< bytes after the last chunk that are none
  truncated_event,       ///< the track ends inside an event
  long_quantity,         ///< a variable-length quantity of more than four bytes
  no_running_status,     ///< a data byte where there is no status to go with it
  bad_data_byte,         ///< a data byte over 127
  system_message,        ///< a system common or real-time message, or an undefined status
  bad_meta,              ///< a meta message with a payload that it cannot have
  missing_end_of_track,  ///< the track ends without end_of_track
  after_end_of_track,    ///< the track goes on after end_of_track
};

/// The name of the enumerator: "bad_meta".
[[nodiscard]] std::string_view to_string(FaultKind kind) noexcept;

/// A file that is no valid MIDI file, and where.
class MidiParseError : public Error {
 public:
  MidiParseError(FaultKind kind, std::size_t offset, std::optional<std::size_t> track,
                 const std::string& detail);

  [[nodiscard]] FaultKind kind() const noexcept { return kind_; }
  /// In bytes from the beginning of the file.
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  /// From 0; nothing outside of tracks.
  [[nodiscard]] std::optional<std::size_t> track() const noexcept { return track_; }

 private:
  FaultKind kind_;
  std::size_t offset_;
  std::optional<std::size_t> track_;
};

}  // namespace mido
