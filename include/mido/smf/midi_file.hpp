// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mido/smf/diagnostics.hpp"
#include "mido/smf/division.hpp"
#include "mido/smf/frame.hpp"
#include "mido/smf/midi_track.hpp"
#include "mido/smf/playback.hpp"
#include "mido/smf/read_options.hpp"
#include "mido/values/clock_source.hpp"

namespace mido {

namespace detail {
class FileWriter;
struct FileLayout;
}  // namespace detail

struct FileTypeTag {
  static constexpr std::string_view label = "file type";
};
/// 0: one track. 1: tracks that start together. 2: tracks that are independent.
using FileType = Bounded<FileTypeTag, 0, 2>;

/// A chunk that is neither header nor track: kept and written back at its place, as the
/// specification asks of programs that do not know it.
struct ForeignChunk {
  std::string id;  ///< four bytes
  Bytes data;
  std::size_t before_track = 0;  ///< the index of the track it stands in front of
  friend bool operator==(const ForeignChunk&, const ForeignChunk&) = default;
};

/// A Standard MIDI File in memory: read it, change its tracks, play it, save it.
/// Thread-safe: like a vector.
class MidiFile {
 public:
  FileType type = 1;
  Division division = {};  ///< 480 ticks per beat
  std::vector<MidiTrack> tracks = {};
  std::vector<ForeignChunk> foreign_chunks = {};

  /// An empty file.
  MidiFile() = default;
  explicit MidiFile(FileType file_type, Division file_division = {})
      : type(file_type), division(file_division) {}
  /// Reads a file. Throws FileError when it cannot be read; MidiParseError at the first fault, or
  /// in tolerant mode only when it is no MIDI file at all.
  explicit MidiFile(const std::filesystem::path& path, const ReadOptions& options = {});
  /// The same from a stream, up to its end, and from the file's bytes.
  explicit MidiFile(std::istream& in, const ReadOptions& options = {});
  [[nodiscard]] static MidiFile from_bytes(std::span<const std::uint8_t> bytes,
                                           const ReadOptions& options = {});

  /// What was wrong with the file that was read in tolerant mode.
  [[nodiscard]] const Diagnostics& diagnostics() const noexcept { return diagnostics_; }
  /// What the file that was read stands in.
  [[nodiscard]] smf::Wrapper wrapper() const noexcept;
  /// What the RIFF file that it stands in says about itself (its INFO lists); else empty.
  [[nodiscard]] std::vector<smf::InfoField> riff_info() const;
  /// Takes it out of that: it is saved without the bytes around it, which are forgotten.
  void unwrap();

  /// The file's bytes: what was read and not changed as it was read, with its faults; what was
  /// changed or is new as it should be. Tracks without end_of_track get one. Throws ValueError for
  /// what a file cannot hold: a type 0 file with other than one track, a time that is no integer in
  /// 0..268435455, a system common or real-time message, more than 65535 tracks, a track of 4 GiB.
  [[nodiscard]] Bytes to_bytes() const;
  /// Writes the file. Throws as to_bytes(), before a file that is there is touched, or FileError.
  void save(const std::filesystem::path& path) const;
  /// The same to a stream, which is flushed and not closed.
  void save(std::ostream& out) const;

  /// Adds a track, with a track_name when a name is given, and returns it. The reference holds
  /// until the next track is added.
  MidiTrack& add_track(std::string_view name = {});

  /// How long it plays, up to the end of its longest track. Throws ValueError for type 2.
  [[nodiscard]] Seconds length() const;

  /// All events of all tracks in playback order; the time of each is in seconds since the one
  /// before. Equal times keep the order of the tracks. The end_of_track of all tracks become one
  /// at the end. Throws ValueError for type 2.
  [[nodiscard]] std::vector<TrackEvent> events() const;

  /// Plays: a range that waits before it gives each message that can be sent on a port.
  /// `for (const auto& message : mid.play()) port.send(message);` Sysex messages that are split
  /// over events come whole. See Playback. Throws ValueError for type 2.
  [[nodiscard]] Playback<Message> play(const PlayOptions& options = {}) const;

  /// The same with all events as they are: meta messages and packets too.
  [[nodiscard]] Playback<TrackEvent> play_events(const PlayOptions& options = {}) const;

  /// Same type, division, tracks and foreign chunks; how a file wrote them does not count.
  friend bool operator==(const MidiFile& a, const MidiFile& b) {
    return a.type == b.type && a.division == b.division && a.tracks == b.tracks &&
           a.foreign_chunks == b.foreign_chunks;
  }

 private:
  friend class detail::FileWriter;

  Diagnostics diagnostics_;
  std::shared_ptr<const detail::FileLayout> layout_;  // none for a new file
};

}  // namespace mido
