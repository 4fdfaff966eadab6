// SPDX-License-Identifier: MIT
#include "mido/smf/print_tracks.hpp"

#include <ostream>

#include "mido/codec/text.hpp"
#include "mido/smf/midi_file.hpp"

namespace mido {

void print_tracks(const MidiFile& file, std::ostream& out, bool meta_only) {
  for (std::size_t i = 0; i < file.tracks.size(); ++i) {
    out << "=== Track " << i << '\n';
    for (const TrackEvent& event : file.tracks[i]) {
      if (event.is_meta() || !meta_only) out << repr(event) << '\n';
    }
  }
}

}  // namespace mido
