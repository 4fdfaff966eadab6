// SPDX-License-Identifier: MIT
#include "mido/smf/trace.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "codec/quoted.hpp"
#include "mido/codec/text.hpp"
#include "mido/smf/reader.hpp"
#include "smf/chunk_ids.hpp"
#include "smf/file_bytes.hpp"
#include "smf/hex_lines.hpp"
#include "smf/riff.hpp"

namespace mido::smf {

namespace {

using Span = std::span<const std::uint8_t>;

constexpr std::size_t longest_text = 120;

// Long data stands in the bytes anyhow.
std::string shortened(std::string text) {
  if (text.size() <= longest_text) return text;
  std::size_t size = longest_text;
  while ((static_cast<std::uint8_t>(text[size]) & 0xC0) == 0x80) --size;  // inside a character
  text.resize(size);
  return text + "...";
}

std::string counted(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string chunk_text(std::string_view id, std::size_t size) {
  return "chunk " + detail::quoted(id) + ", " + counted(size, "byte");
}

std::string division_text(std::uint16_t raw) {
  const auto division = Division::from_raw(raw);
  if (!division) return "no division";
  if (!division->is_smpte()) return counted(raw, "tick") + " per beat";
  const double rate = division->frame_rate()->number();
  const int whole = static_cast<int>(rate);
  return to_string(whole == rate ? Time(whole) : Time(rate)) + " frames a second, " +
         counted(static_cast<std::size_t>(division->ticks_per_frame()), "tick") + " per frame";
}

class Tracer {
 public:
  Tracer(Span file, std::ostream& out) : file_(file), lines_(file, out) {}

  void trace() {
    std::optional<Reader> reader;
    try {
      reader.emplace(file_, &faults_);
    } catch (const MidiParseError& error) {
      faults_.add(error.fault());
      write_faults();
      return lines_.write_to(file_.size(), "no MIDI file");
    }
    const Frame& frame = reader->frame();
    write_around(frame.begin, frame.wrapper);
    write_header(reader->header().bytes);
    write_faults();
    while (const auto chunk = reader->next_chunk()) write_chunk(*reader, *chunk);
    write_faults();
    write_around(file_.size(), frame.wrapper);
  }

 private:
  // What stands around the MIDI file, up to there.
  void write_around(std::size_t end, Wrapper wrapper) {
    if (wrapper == Wrapper::riff) write_riff(end);
    lines_.write_to(end, "no part of the MIDI file");
  }

  void write_riff(std::size_t end) {
    if (lines_.position() == 0) lines_.write_to(riff_header_size, "RIFF file (RMID)");
    const std::size_t begin = lines_.position();
    if (begin < end && file_[begin] == 0) lines_.write_to(begin + 1, "padding");
    RiffReader chunks(file_, lines_.position());
    while (lines_.position() < end) {
      const auto chunk = chunks.next();
      if (!chunk) return;
      lines_.write_to(chunk->offset - chunk_header_size, "padding");
      lines_.write_to(chunk->offset, "RIFF " + chunk_text(chunk->id, chunk->data.size()));
      lines_.write_to(std::min(end, chunk->offset + chunk->data.size()), "");
    }
  }

  void write_header(Span header) {
    const std::size_t begin = lines_.position();
    const Span data = header.subspan(chunk_header_size);
    lines_.write_to(begin + chunk_header_size,
                    "header, " + counted(big_endian_32(header.subspan(4)), "byte"));
    lines_.write_to(begin + 10, "type " + std::to_string(big_endian_16(data)));
    lines_.write_to(begin + 12, counted(big_endian_16(data.subspan(2)), "track"));
    lines_.write_to(begin + 14, division_text(big_endian_16(data.subspan(4))));
    lines_.write_to(begin + header.size(), "unknown to SMF 1.0");
  }

  void write_chunk(const Reader& reader, const Chunk& chunk) {
    const bool is_track = chunk.id == track_id;
    const std::size_t end = chunk.offset + chunk.data.size();
    if (chunk.id.empty()) {
      lines_.write_to(end, "no chunk");
    } else if (is_track) {
      lines_.write_to(chunk.offset, "track " + std::to_string(reader.track(chunk).index()) + ", " +
                                        counted(chunk.declared_size, "byte"));
    } else {
      lines_.write_to(chunk.offset, chunk_text(chunk.id, chunk.declared_size));
    }
    write_faults();
    if (is_track) write_events(reader.track(chunk));
    lines_.write_to(end, "");
  }

  void write_events(TrackReader track) {
    std::int64_t tick = 0;
    for (Event event; track.next(event);) {
      tick += event.delta;
      const std::string text = shortened(to_string(to_track_event(event)));
      lines_.write_to(track.offset(), "tick " + std::to_string(tick) + ": " + text);
      write_faults();
    }
    write_faults();
  }

  // Those since the last call; they are not gathered, however many there are.
  void write_faults() {
    for (const Diagnostic& fault : faults_) {
      lines_.note(fault.offset,
                  std::string("!! ").append(to_string(fault.kind)) + ": " + fault.detail);
    }
    faults_ = {};
  }

  Span file_;
  HexLines lines_;
  Diagnostics faults_;
};

}  // namespace

void trace(Span bytes, std::ostream& out) { Tracer(bytes, out).trace(); }

void trace_file(const std::filesystem::path& path, std::ostream& out) {
  trace(detail::read_file_bytes(path), out);
}

}  // namespace mido::smf
