// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "mido/smf/cursor.hpp"
#include "mido/smf/diagnostics.hpp"
#include "mido/smf/division.hpp"
#include "mido/smf/frame.hpp"
#include "mido/smf/read_options.hpp"
#include "mido/smf/track_reader.hpp"

/// Reading a Standard MIDI File event by event from bytes that somebody else keeps: no copy, no
/// allocation, every read checked.
namespace mido::smf {

/// What the header chunk says.
struct Header {
  std::uint16_t type = 1;    ///< 0, 1 or 2
  std::uint16_t tracks = 0;  ///< how many track chunks there are to be
  Division division;
  std::span<const std::uint8_t> bytes;  ///< the whole chunk as it stands in the file
};

/// A chunk of any kind; everything points into the file.
struct Chunk {
  std::string_view id;  ///< four bytes: "MTrk"; none for bytes that are no chunk
  std::span<const std::uint8_t> data;
  std::size_t offset = 0;           ///< where `data` begins in the file
  std::uint32_t declared_size = 0;  ///< what the chunk says; else than `data` only after a fault
};

/// A whole file, chunk by chunk. `file` must live as long as what is read from it.
/// Thread-safe: no. Realtime-safe: yes, but for a fault, which throws or allocates.
class Reader {
 public:
  /// Reads the header. Strict: the first fault throws MidiParseError, here and later. Tolerant,
  /// with somewhere to keep the faults: throws only when there is no MIDI file at all. With
  /// BadData::clip bad data bytes are no faults; it is for the caller to clip them.
  explicit Reader(std::span<const std::uint8_t> file, Diagnostics* tolerant = nullptr,
                  BadData bad_data = BadData::raw);

  [[nodiscard]] const Header& header() const noexcept { return header_; }
  /// Where in the bytes the MIDI file stands.
  [[nodiscard]] const Frame& frame() const noexcept { return frame_; }

  /// The next chunk after the header, whatever it is; nothing at the end of the file.
  [[nodiscard]] std::optional<Chunk> next_chunk();
  /// The next track; chunks that are none are passed over, as SMF 1.0 asks.
  [[nodiscard]] std::optional<TrackReader> next_track();
  /// A track chunk that next_chunk() just gave. Precondition: its id is "MTrk".
  [[nodiscard]] TrackReader track(const Chunk& chunk) const noexcept {
    return {chunk.data, chunk.offset, tracks_read_ - 1, faults_};
  }

 private:
  void read_header();
  [[nodiscard]] std::size_t header_size(std::uint32_t declared);
  [[nodiscard]] Chunk read_junk(std::size_t least);
  [[nodiscard]] std::size_t track_size(std::uint32_t declared);
  [[nodiscard]] std::optional<std::size_t> find_track_end();
  void count_track(std::size_t offset);
  void check_track_count();
  void report(FaultKind kind, std::size_t offset, const char* detail) const;

  detail::Faults faults_;
  Frame frame_;
  detail::Cursor cursor_;
  Header header_;
  std::size_t tracks_read_ = 0;
  // A file of nothing but wrong lengths shall not be gone through once for each.
  int searches_left_ = 64;
  bool ended_ = false;
};

}  // namespace mido::smf
