// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "mido/messages/track_event.hpp"
#include "mido/smf/midi_track.hpp"
#include "mido/smf/reader.hpp"
#include "mido/values/time.hpp"

namespace mido::cli {

/// An event and where it is: in the file and in time.
struct PlacedEvent {
  TrackEvent event;
  std::size_t track;
  std::size_t offset;  ///< in bytes from the beginning of the file
  std::int64_t tick;   ///< since the beginning of the track
  Seconds time;        ///< the same in seconds
};

/// What one comes by on a walk through a file, in the order of its bytes.
class FileVisitor {
 public:
  FileVisitor() = default;
  FileVisitor(const FileVisitor&) = delete;
  FileVisitor& operator=(const FileVisitor&) = delete;
  virtual ~FileVisitor() = default;

  virtual void header(const smf::Header& header, std::size_t offset, std::size_t tracks) = 0;
  /// The events follow, each by itself.
  virtual void track(const smf::Chunk& chunk, std::size_t index, const MidiTrack& track) = 0;
  virtual void event(const PlacedEvent& event) = 0;
  /// A chunk that is no track.
  virtual void chunk(const smf::Chunk& chunk) = 0;
  /// Bytes that are no chunk: what the file stands in, or junk.
  virtual void bytes(std::span<const std::uint8_t> bytes, std::size_t offset) = 0;
  /// Something that is wrong with what comes next.
  virtual void fault(const Diagnostic& fault) = 0;
};

/// Reads the file tolerantly. Throws MidiParseError when it is none.
void walk(std::span<const std::uint8_t> file, FileVisitor& visitor);

}  // namespace mido::cli
