// SPDX-License-Identifier: MIT
#include "mido/smf/reader.hpp"

#include <algorithm>

#include "mido/messages/encoding.hpp"
#include "smf/chunk_ids.hpp"

namespace mido::smf {

namespace {

constexpr std::size_t chunk_header_size = 8;
constexpr std::size_t header_size = 6;
constexpr std::uint16_t last_type = 2;

bool has_bad_data_byte(std::span<const std::uint8_t> bytes) noexcept {
  return std::ranges::any_of(bytes, [](std::uint8_t byte) { return byte > DataByte::max; });
}

std::string hex_byte(std::uint8_t byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[byte >> 4], digits[byte & 15]};
}

}  // namespace

bool TrackReader::next(Event& event) {
  if (ended_) return false;
  if (cursor_.at_end()) {
    cursor_.fail(FaultKind::missing_end_of_track, "the track has no end_of_track");
  }
  event.offset = cursor_.offset();
  event.delta = cursor_.read_variable_length();
  event.running_status = !cursor_.at_end() && cursor_.peek() < detail::first_status;
  event.status = event.running_status ? running_status_ : cursor_.read_byte();
  event.meta_type = 0;
  if (event.status < detail::first_system_status) {
    read_channel_message(event);
  } else if (event.is_meta()) {
    read_meta(event);
  } else {
    read_sysex(event);
  }
  return true;
}

void TrackReader::read_channel_message(Event& event) {
  if (event.status == 0) {
    cursor_.fail(FaultKind::no_running_status, "a data byte without a status byte before it");
  }
  running_status_ = event.status;
  event.data = cursor_.read_bytes(detail::live_length(event.status) - 1);
  if (has_bad_data_byte(event.data)) {
    cursor_.fail_at(event.offset, FaultKind::bad_data_byte, "data byte must be in range 0..127");
  }
}

void TrackReader::read_meta(Event& event) {
  running_status_ = 0;  // SMF 1.0: sysex and meta events cancel running status
  event.meta_type = cursor_.read_byte();
  event.data = cursor_.read_bytes(cursor_.read_variable_length());
  if (event.meta_type == EndOfTrack::type_byte) {
    ended_ = true;
    if (!cursor_.at_end()) {
      cursor_.fail(FaultKind::after_end_of_track, "the track goes on after end_of_track");
    }
  }
  if (!detail::is_valid_meta(event.meta_type, event.data)) {
    cursor_.fail_at(event.offset, FaultKind::bad_meta,
                    "meta message " + hex_byte(event.meta_type) + " cannot have this payload");
  }
}

void TrackReader::read_sysex(Event& event) {
  running_status_ = 0;
  const bool escape = event.status == detail::end_of_sysex;
  if (!escape && event.status != detail::sysex_status) {
    cursor_.fail_at(event.offset, FaultKind::system_message,
                    "status " + hex_byte(event.status) + " cannot stand in a track");
  }
  event.data = cursor_.read_bytes(cursor_.read_variable_length());
  if (escape) return;  // it may carry anything
  const bool complete = !event.data.empty() && event.data.back() == detail::end_of_sysex;
  if (has_bad_data_byte(event.data.first(event.data.size() - (complete ? 1 : 0)))) {
    cursor_.fail_at(event.offset, FaultKind::bad_data_byte, "data byte must be in range 0..127");
  }
}

TrackEvent to_track_event(const Event& event) {
  using detail::Kind;
  using detail::Payload;
  if (event.status < detail::first_system_status) {
    const std::uint8_t data2 = event.data.size() > 1 ? event.data[1] : 0;
    return TrackEvent::from_payload({event.status, event.data[0], data2}, event.delta);
  }
  if (event.is_meta()) {
    return TrackEvent::from_payload({Kind::meta, event.meta_type, event.data}, event.delta);
  }
  const bool sysex = event.status == detail::sysex_status;
  if (sysex && !event.data.empty() && event.data.back() == detail::end_of_sysex) {
    const auto data = event.data.first(event.data.size() - 1);
    return TrackEvent::from_payload(detail::encode_sysex(data), event.delta);
  }
  return TrackEvent::from_payload({Kind::packet, event.status, event.data}, event.delta);
}

Reader::Reader(std::span<const std::uint8_t> file) : cursor_(file, 0, std::nullopt) {
  if (file.size() < header_id.size() ||
      !std::ranges::equal(file.first(header_id.size()), header_id)) {
    cursor_.fail(FaultKind::no_header, "MThd not found. Probably not a MIDI file");
  }
  const auto chunk = read_chunk();
  if (chunk.data.size() < header_size) {
    cursor_.fail_at(chunk.offset, FaultKind::bad_header, "the header has less than six bytes");
  }
  header_.type = big_endian_16(chunk.data);
  header_.tracks = big_endian_16(chunk.data.subspan(2));
  if (header_.type > last_type) {
    cursor_.fail_at(chunk.offset, FaultKind::bad_header,
                    "file type " + std::to_string(header_.type) + " is unknown");
  }
  const auto division = Division::from_raw(big_endian_16(chunk.data.subspan(4)));
  if (!division) {
    cursor_.fail_at(chunk.offset + 4, FaultKind::bad_header, "the header has no valid division");
  }
  header_.division = *division;
}

Chunk Reader::read_chunk() {
  const auto head = cursor_.read_bytes(chunk_header_size);
  const std::size_t size =
      (std::size_t{big_endian_16(head.subspan(4))} << 16) | big_endian_16(head.subspan(6));
  const std::string_view id(reinterpret_cast<const char*>(head.data()), header_id.size());
  const std::size_t offset = cursor_.offset();
  if (size > cursor_.left()) {
    cursor_.fail(FaultKind::truncated_chunk, "a chunk says it has " + std::to_string(size) +
                                                 " bytes, the file has " +
                                                 std::to_string(cursor_.left()) + " left");
  }
  return {id, cursor_.read_bytes(size), offset};
}

std::optional<Chunk> Reader::next_chunk() {
  if (cursor_.at_end()) {
    check_end();
    return std::nullopt;
  }
  const std::size_t offset = cursor_.offset();
  if (cursor_.left() < chunk_header_size) {
    // With tracks still to come, that is a file cut off, not something added.
    if (tracks_read_ < header_.tracks) check_end();
    cursor_.fail(FaultKind::trailing_bytes, "bytes after the last chunk");
  }
  const Chunk chunk = read_chunk();
  if (chunk.id == track_id) count_track(offset);
  return chunk;
}

std::optional<TrackReader> Reader::next_track() {
  while (const auto chunk = next_chunk()) {
    if (chunk->id == track_id) return track(*chunk);
  }
  return std::nullopt;
}

void Reader::count_track(std::size_t offset) {
  ++tracks_read_;
  if (tracks_read_ > header_.tracks) {
    cursor_.fail_at(offset, FaultKind::extra_tracks,
                    "more tracks than the header says (" + std::to_string(header_.tracks) + ")");
  }
  if (header_.type == 0 && tracks_read_ > 1) {
    cursor_.fail_at(offset, FaultKind::extra_tracks, "type 0 file must have exactly 1 track");
  }
}

void Reader::check_end() const {
  if (tracks_read_ < header_.tracks) {
    cursor_.fail(FaultKind::missing_tracks, "the header says " + std::to_string(header_.tracks) +
                                                " tracks, the file has " +
                                                std::to_string(tracks_read_));
  }
}

}  // namespace mido::smf
