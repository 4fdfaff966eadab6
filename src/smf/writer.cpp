// SPDX-License-Identifier: MIT
#include "smf/writer.hpp"

#include <limits>
#include <string>
#include <string_view>

#include "mido/messages/variable_length.hpp"
#include "smf/chunk_ids.hpp"

namespace mido::detail {

namespace {

void append_big_endian(Bytes& out, std::size_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

void append_chunk(Bytes& out, std::string_view id, std::span<const std::uint8_t> data) {
  if (data.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw ValueError("a chunk of a MIDI file holds less than 4 GiB");
  }
  out.insert(out.end(), id.begin(), id.end());
  append_big_endian(out, data.size(), 4);
  out.insert(out.end(), data.begin(), data.end());
}

class TrackWriter {
 public:
  explicit TrackWriter(Bytes& out) : out_(out) {}

  // Every end_of_track is left out, and its time kept, until the end.
  void write(const TrackEvent& event) {
    const std::int64_t delta = checked_delta(event.time());
    if (event.is<EndOfTrack>()) {
      held_back_ += delta;
      return;
    }
    write_delta(held_back_ + delta);
    held_back_ = 0;
    write_body(event);
  }

  void finish() {
    write_delta(held_back_);
    write_body(EndOfTrack{});
  }

 private:
  static std::int64_t checked_delta(Time time) {
    if (time.is_float()) throw ValueError("message time must be int in MIDI file");
    if (time.ticks() < 0) throw ValueError("message time must be non-negative in MIDI file");
    return time.ticks();
  }

  void write_delta(std::int64_t delta) {
    if (delta > largest_variable_length) {
      throw_out_of_range("message time in MIDI file", 0, largest_variable_length);
    }
    append_variable_length(out_, static_cast<std::uint32_t>(delta));
  }

  void write_body(const TrackEvent& event) {
    const std::uint8_t code = event.code();
    if (!event.message()) return write_long(event.is_meta() ? 0xFF : code, event);
    if (code == sysex_status) return write_sysex(event.data());
    if (code >= first_system_status) {
      throw ValueError(std::string(event.type()) +
                       " messages are not allowed in MIDI files but as a Packet");
    }
    append(event.data().subspan(code == running_status_ ? 1 : 0));
    running_status_ = code;
  }

  // A meta message or a packet: its payload stands as it is.
  void write_long(std::uint8_t status, const TrackEvent& event) {
    running_status_ = 0;
    out_.push_back(status);
    if (event.is_meta()) out_.push_back(event.code());
    append_length(event.data().size());
    append(event.data());
  }

  void write_sysex(std::span<const std::uint8_t> wire) {
    running_status_ = 0;
    out_.push_back(sysex_status);
    append_length(wire.size() - 1);
    append(wire.subspan(1));
  }

  void append_length(std::size_t size) {
    if (size > largest_variable_length) {
      throw ValueError("an event of a MIDI file holds at most 268435455 bytes");
    }
    append_variable_length(out_, static_cast<std::uint32_t>(size));
  }

  void append(std::span<const std::uint8_t> bytes) {
    out_.insert(out_.end(), bytes.begin(), bytes.end());
  }

  Bytes& out_;
  std::uint8_t running_status_ = 0;
  std::int64_t held_back_ = 0;
};

void append_track(Bytes& out, const MidiTrack& track) {
  Bytes data;
  data.reserve(4 * track.size() + 4);
  TrackWriter writer(data);
  for (const TrackEvent& event : track) writer.write(event);
  writer.finish();
  append_chunk(out, smf::track_id, data);
}

void append_header(Bytes& out, const MidiFile& file) {
  if (file.type == 0 && file.tracks.size() != 1) {
    throw ValueError("type 0 file must have exactly 1 track");
  }
  if (file.tracks.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw ValueError("a MIDI file holds at most 65535 tracks");
  }
  Bytes data;
  append_big_endian(data, static_cast<std::size_t>(int{file.type}), 2);
  append_big_endian(data, file.tracks.size(), 2);
  append_big_endian(data, file.division.raw(), 2);
  append_chunk(out, smf::header_id, data);
}

}  // namespace

Bytes write_file(const MidiFile& file) {
  Bytes out;
  append_header(out, file);
  auto foreign = file.foreign_chunks.begin();
  const auto append_foreign_before = [&](std::size_t track) {
    for (; foreign != file.foreign_chunks.end() && foreign->before_track <= track; ++foreign) {
      append_chunk(out, foreign->id, foreign->data);
    }
  };
  for (std::size_t track = 0; track < file.tracks.size(); ++track) {
    append_foreign_before(track);
    append_track(out, file.tracks[track]);
  }
  append_foreign_before(std::numeric_limits<std::size_t>::max());
  return out;
}

}  // namespace mido::detail
