// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "mido/smf/midi_file.hpp"
#include "mido/values/time.hpp"

namespace mido {

struct CutOptions {
  /// Whether notes that sound at the beginning of the cut are struck there; else they are left out.
  bool restrike_notes = true;
};

/// The part of a file from tick `begin` up to and not including tick `end`, or to its end if that
/// is earlier; it begins with tick 0. What has been set before the cut is set at its beginning:
/// - tempo, time and key signature; names and port of each track;
/// - on each channel controllers, parameters (RPN, NRPN), program and bank, pitch, pressure.
/// Sysex messages, texts and smpte_offset from before the cut are not repeated. Notes that sound at
/// its end are ended there, those without a note_off where notes() says, and all tracks end there.
/// In a type 2 file every track is cut by itself. Throws ValueError unless 0 <= begin <= end.
[[nodiscard]] MidiFile cut(const MidiFile& file, std::int64_t begin, std::int64_t end,
                           const CutOptions& options = {});

/// The same from and to the nearest ticks. Throws ValueError for type 2 too, whose tracks have no
/// time in common.
[[nodiscard]] MidiFile cut(const MidiFile& file, Seconds begin, Seconds end,
                           const CutOptions& options = {});

}  // namespace mido
