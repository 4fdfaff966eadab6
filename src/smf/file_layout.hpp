// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "mido/messages/attribute.hpp"
#include "mido/smf/division.hpp"
#include "mido/smf/frame.hpp"
#include "mido/smf/midi_file.hpp"
#include "mido/smf/reader.hpp"

namespace mido::detail {

/// What a file that was read looked like around its tracks.
struct FileLayout {
  smf::Wrapper wrapper = smf::Wrapper::none;
  Bytes before;  ///< the MIDI file
  Bytes after;
  std::vector<smf::InfoField> riff_info;  ///< what those bytes say
  std::size_t size = 0;                   ///< of the MIDI file
  Bytes header;                           ///< the whole chunk
  // What the header was taken to mean.
  int type = 1;
  Division division;
  std::size_t tracks = 0;
};

/// That of a file that has just been read from `bytes`.
[[nodiscard]] std::shared_ptr<const FileLayout> layout_of(std::span<const std::uint8_t> bytes,
                                                          const smf::Reader& reader,
                                                          const MidiFile& file);

/// A hash of the events, to see whether they have been changed.
[[nodiscard]] std::uint64_t content_of(const MidiTrack& track);

}  // namespace mido::detail
