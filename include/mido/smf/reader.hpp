// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

#include "mido/messages/track_event.hpp"
#include "mido/smf/cursor.hpp"
#include "mido/smf/division.hpp"
#include "mido/smf/errors.hpp"

/// Reading a Standard MIDI File event by event from bytes that somebody else keeps: no copy, no
/// allocation, every read checked. Strict: the first fault throws MidiParseError.
namespace mido::smf {

/// What the header chunk says.
struct Header {
  std::uint16_t type;    ///< 0, 1 or 2
  std::uint16_t tracks;  ///< how many track chunks there are to be
  Division division;
};

/// One event as it stands in the file. `data` points into the file.
struct Event {
  std::uint32_t delta;                 ///< ticks since the event before, 0..268435455
  std::uint8_t status;                 ///< 0x80..0xEF, 0xF0, 0xF7, or 0xFF for meta
  std::uint8_t meta_type;              ///< of a meta message, else 0
  bool running_status;                 ///< the status was not written again
  std::span<const std::uint8_t> data;  ///< one or two data bytes, or the payload
  std::size_t offset;                  ///< where its delta time begins in the file

  [[nodiscard]] bool is_meta() const noexcept { return status == 0xFF; }
};

/// The event as a value that owns its bytes.
[[nodiscard]] TrackEvent to_track_event(const Event& event);

/// The events of one track chunk, up to and with its end_of_track.
/// Thread-safe: no. Realtime-safe: yes, but for a fault, which throws.
class TrackReader {
 public:
  TrackReader(std::span<const std::uint8_t> bytes, std::size_t offset, std::size_t track) noexcept
      : cursor_(bytes, offset, track), size_(bytes.size()) {}

  /// From 0.
  [[nodiscard]] std::size_t index() const noexcept { return *cursor_.track(); }
  /// Bytes of the whole chunk.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// Reads the next event; false after end_of_track. Throws MidiParseError.
  bool next(Event& event);

  /// `for (const smf::Event& event : track)`
  class Iterator;
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  void read_channel_message(Event& event);
  void read_meta(Event& event);
  void read_sysex(Event& event);

  detail::Cursor cursor_;
  std::size_t size_;
  std::uint8_t running_status_ = 0;
  bool ended_ = false;
};

class TrackReader::Iterator {
 public:
  using value_type = Event;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(TrackReader& track) : track_(&track) { ++*this; }
  [[nodiscard]] const Event& operator*() const noexcept { return event_; }
  [[nodiscard]] const Event* operator->() const noexcept { return &event_; }
  Iterator& operator++() {
    if (!track_->next(event_)) track_ = nullptr;
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return it.track_ == nullptr;
  }

 private:
  TrackReader* track_ = nullptr;
  Event event_{};
};

inline TrackReader::Iterator TrackReader::begin() { return Iterator(*this); }

/// A chunk of any kind; everything points into the file.
struct Chunk {
  std::string_view id;  ///< four bytes: "MTrk"
  std::span<const std::uint8_t> data;
  std::size_t offset;  ///< where `data` begins in the file
};

/// A whole file, chunk by chunk. `file` must live as long as what is read from it.
/// Thread-safe: no. Realtime-safe: yes, but for a fault, which throws.
class Reader {
 public:
  /// Reads the header. Throws MidiParseError.
  explicit Reader(std::span<const std::uint8_t> file);

  [[nodiscard]] const Header& header() const noexcept { return header_; }

  /// The next chunk after the header, whatever it is; nothing at the end of the file. Throws
  /// MidiParseError, also when the tracks are not as many as the header says.
  [[nodiscard]] std::optional<Chunk> next_chunk();
  /// The next track; chunks that are none are passed over, as SMF 1.0 asks. Throws as
  /// next_chunk().
  [[nodiscard]] std::optional<TrackReader> next_track();
  /// A track chunk that next_chunk() just gave. Precondition: its id is "MTrk".
  [[nodiscard]] TrackReader track(const Chunk& chunk) const noexcept {
    return {chunk.data, chunk.offset, tracks_read_ - 1};
  }

 private:
  [[nodiscard]] Chunk read_chunk();
  void count_track(std::size_t offset);
  void check_end() const;

  detail::Cursor cursor_;
  Header header_{};
  std::size_t tracks_read_ = 0;
};

}  // namespace mido::smf
