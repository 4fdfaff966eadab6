// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "mido/smf/midi_track.hpp"

namespace mido::cli {

/// The same event that is written with its status byte, or where running status does without.
[[nodiscard]] TrackEvent with_status_byte(const TrackEvent& event, detail::StatusByte wanted);

/// Whether the event is a channel message, data bytes over 127 or not.
[[nodiscard]] bool is_channel_message(const TrackEvent& event);

/// What a text has to say about the status bytes of a track so that the same bytes can be made of
/// it: nothing where they are as running status wants them.
class StatusBytes {
 public:
  StatusBytes() = default;
  explicit StatusBytes(const MidiTrack& track);

  /// Whether all are written, and that has to be said.
  [[nodiscard]] bool all_written() const noexcept { return all_written_; }

  /// The next event of the track, spelled as it has to be said.
  [[nodiscard]] TrackEvent spelled(const TrackEvent& event);

 private:
  bool all_written_ = false;
  std::uint8_t running_status_ = 0;
};

}  // namespace mido::cli
