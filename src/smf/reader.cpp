// SPDX-License-Identifier: MIT
#include "mido/smf/reader.hpp"

#include <algorithm>

#include "smf/chunk_ids.hpp"

namespace mido::smf {

namespace {

using Span = std::span<const std::uint8_t>;

// SMF 1.0: an id is four ASCII characters.
bool looks_like_chunk(Span bytes) noexcept {
  return bytes.size() >= chunk_header_size &&
         std::ranges::all_of(bytes.first(4), [](std::uint8_t c) { return c >= 0x20 && c < 0x7F; });
}

std::string_view text_of(Span bytes) noexcept {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Reader::Reader(Span file, Diagnostics* tolerant)
    : faults_(tolerant),
      frame_(find_frame(file, faults_)),
      cursor_(file.subspan(frame_.begin, frame_.end - frame_.begin), frame_.begin) {
  read_header();
}

void Reader::read_header() {
  const Span rest = cursor_.rest();
  if (rest.size() < chunk_header_size + least_header_size) {
    throw MidiParseError({.offset = cursor_.offset() + std::min(chunk_header_size, rest.size()),
                          .track = std::nullopt,
                          .kind = FaultKind::bad_header,
                          .detail = "the file ends inside its header"});
  }
  const std::size_t size = header_size(big_endian_32(rest.subspan(4)));
  header_.bytes = cursor_.take(chunk_header_size + size);
  const Span data = header_.bytes.subspan(chunk_header_size);
  const std::size_t offset = frame_.begin + chunk_header_size;
  header_.type = big_endian_16(data);
  header_.tracks = big_endian_16(data.subspan(2));
  if (header_.type > last_file_type) {
    report(FaultKind::bad_header, offset, "the file type is unknown");
    header_.type = 1;
  }
  const auto division = Division::from_raw(big_endian_16(data.subspan(4)));
  if (!division) report(FaultKind::bad_header, offset + 4, "the header has no valid division");
  header_.division = division.value_or(Division());
}

// A longer header is to be read; a track where it should go on shows that it is not there.
std::size_t Reader::header_size(std::uint32_t declared) {
  const Span data = cursor_.rest().subspan(chunk_header_size);
  if (declared == least_header_size) return declared;
  if (declared > least_header_size && declared <= data.size() &&
      !begins_with(data.subspan(least_header_size), track_id)) {
    return declared;
  }
  report(FaultKind::bad_header, cursor_.offset() + chunk_header_size,
         "the header has another length than it says");
  return least_header_size;
}

std::optional<Chunk> Reader::next_chunk() {
  if (cursor_.at_end()) {
    check_track_count();
    return std::nullopt;
  }
  const Span rest = cursor_.rest();
  if (!looks_like_chunk(rest)) {
    if (rest.size() < chunk_header_size && faults_.strict()) check_track_count();
    return read_junk(1);
  }
  const std::string_view id = text_of(rest.first(track_id.size()));
  const std::uint32_t declared = big_endian_32(rest.subspan(4));
  const std::size_t begin = cursor_.offset();
  if (id != track_id) {
    if (declared > rest.size() - chunk_header_size) return read_junk(chunk_header_size);
    if (!faults_.strict()) report(FaultKind::foreign_chunk, begin, "a chunk that is no track");
    cursor_.take(chunk_header_size);
    const std::size_t offset = cursor_.offset();
    return Chunk{id, cursor_.take(declared), offset, declared};
  }
  count_track(begin);
  cursor_.take(chunk_header_size);
  const std::size_t offset = cursor_.offset();
  return Chunk{id, cursor_.take(track_size(declared)), offset, declared};
}

// Bytes up to the next track that are no chunk.
Chunk Reader::read_junk(std::size_t least) {
  const std::size_t offset = cursor_.offset();
  const Span rest = cursor_.rest();
  if (least < chunk_header_size) {
    report(FaultKind::trailing_bytes, offset, "bytes that are no chunk");
  } else {
    report(FaultKind::truncated_chunk, offset, "a chunk is longer than the rest of the file");
  }
  const auto track = std::search(rest.begin() + static_cast<std::ptrdiff_t>(least), rest.end(),
                                 track_id.begin(), track_id.end());
  return {{}, cursor_.take(static_cast<std::size_t>(track - rest.begin())), offset, 0};
}

// Where the chunk's length leads nowhere, the track's own end says more.
std::size_t Reader::track_size(std::uint32_t declared) {
  const Span rest = cursor_.rest();
  if (declared == rest.size()) return declared;
  if (declared < rest.size() && (faults_.strict() || looks_like_chunk(rest.subspan(declared)))) {
    return declared;
  }
  if (!faults_.strict()) {
    const auto real = find_track_end();
    if (real && *real != declared) {
      report(FaultKind::wrong_track_length, cursor_.offset(),
             "the track has another length than its chunk says");
      return *real;
    }
  }
  if (declared < rest.size()) return declared;
  report(FaultKind::truncated_chunk, cursor_.offset(),
         "a track is longer than the rest of the file");
  return rest.size();
}

// Behind the first end_of_track that another track or the end of the file follows.
std::optional<std::size_t> Reader::find_track_end() {
  if (searches_left_-- <= 0) return std::nullopt;
  const Span rest = cursor_.rest();
  Diagnostics unused;
  TrackReader track(rest, 0, 0, detail::Faults(&unused));
  for (Event event; track.next(event);) {
    if (!track.at_end_of_track()) continue;
    const Span behind = rest.subspan(track.offset());
    if (behind.empty() || begins_with(behind, track_id)) return track.offset();
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TrackReader> Reader::next_track() {
  while (const auto chunk = next_chunk()) {
    if (chunk->id == track_id) return track(*chunk);
  }
  return std::nullopt;
}

void Reader::count_track(std::size_t offset) {
  ++tracks_read_;
  if (tracks_read_ == header_.tracks + 1U) {
    report(FaultKind::extra_tracks, offset, "more tracks than the header says");
  } else if (header_.type == 0 && tracks_read_ == 2) {
    report(FaultKind::extra_tracks, offset, "type 0 file must have exactly 1 track");
  }
}

void Reader::check_track_count() {
  if (tracks_read_ >= header_.tracks || ended_) return;
  ended_ = true;
  report(FaultKind::missing_tracks, cursor_.offset(), "fewer tracks than the header says");
}

void Reader::report(FaultKind kind, std::size_t offset, const char* detail) const {
  faults_.report({.offset = offset, .track = std::nullopt, .kind = kind, .detail = detail});
}

}  // namespace mido::smf
