// SPDX-License-Identifier: MIT
#include "smf/writer.hpp"

#include <limits>
#include <string>
#include <utility>

#include "smf/chunk_ids.hpp"
#include "smf/file_layout.hpp"

namespace mido::detail {

namespace {

constexpr std::size_t usual_event_size = 4;

void write_little_endian_32(std::span<std::uint8_t> out, std::size_t value) {
  for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

std::size_t expected_size(const MidiFile& file) {
  std::size_t events = 0;
  for (const MidiTrack& track : file.tracks) events += track.size();
  return usual_event_size * events;
}

std::size_t padded(std::size_t size) { return size + size % 2; }

}  // namespace

FileWriter::FileWriter(const MidiFile& file) : file_(file), out_(expected_size(file)) {}

Bytes FileWriter::write() && {
  write_frame_begin();
  write_header();
  for (std::size_t track = 0; track < file_.tracks.size(); ++track) {
    write_foreign_before(track);
    append_track(out_, file_.tracks[track]);
  }
  write_foreign_before(std::numeric_limits<std::size_t>::max());
  write_frame_end();
  return std::move(out_).take();
}

void FileWriter::write_frame_begin() {
  if (file_.layout_) out_.append(file_.layout_->before);
}

void FileWriter::write_header() {
  if (file_.tracks.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw ValueError("a MIDI file holds at most 65535 tracks");
  }
  const FileLayout* read = file_.layout_.get();
  if (read != nullptr && read->type == file_.type && read->division == file_.division &&
      read->tracks == file_.tracks.size()) {
    return out_.append(read->header);
  }
  if (file_.type == 0 && file_.tracks.size() != 1) {
    throw ValueError("type 0 file must have exactly 1 track");
  }
  out_.append(smf::header_id);
  out_.append_big_endian(smf::least_header_size, 4);
  out_.append_big_endian(static_cast<std::size_t>(int{file_.type}), 2);
  out_.append_big_endian(file_.tracks.size(), 2);
  out_.append_big_endian(file_.division.raw(), 2);
}

void FileWriter::write_foreign_before(std::size_t track) {
  for (; foreign_written_ < file_.foreign_chunks.size(); ++foreign_written_) {
    const ForeignChunk& chunk = file_.foreign_chunks[foreign_written_];
    if (chunk.before_track > track) return;
    if (!chunk.id.empty()) {
      out_.append(chunk.id);
      out_.append_big_endian(chunk.data.size(), 4);
    }
    out_.append(chunk.data);
  }
}

// A RIFF file says how long it and its parts are: that has changed when the MIDI file has.
void FileWriter::write_frame_end() {
  if (!file_.layout_) return;
  const FileLayout& read = *file_.layout_;
  const std::size_t size = out_.size() - read.before.size();
  std::span<const std::uint8_t> after = read.after;
  if (read.wrapper != smf::Wrapper::riff || size == read.size) return out_.append(after);
  const bool had_padding = read.size % 2 != 0 && !after.empty() && after.front() == 0;
  after = after.subspan(had_padding ? 1 : 0);
  if (size % 2 != 0) out_.push_back(0);
  out_.append(after);
  write_little_endian_32(out_.written().subspan(read.before.size() - 4), size);
  write_little_endian_32(out_.written().subspan(4), padded(out_.size()) - smf::chunk_header_size);
}

}  // namespace mido::detail
