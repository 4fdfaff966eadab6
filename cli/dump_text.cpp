// SPDX-License-Identifier: MIT
#include "cli/dump_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "mido/codec/event_text.hpp"

namespace mido::cli {

namespace {

constexpr std::size_t chunk_header_size = 8;
constexpr std::size_t header_size = 14;  // with type, number of tracks and division
constexpr std::size_t bytes_in_a_line = 16;

unsigned big_endian(std::span<const std::uint8_t> bytes) {
  unsigned number = 0;
  for (const std::uint8_t byte : bytes) number = (number << 8) | byte;
  return number;
}

std::string division_text(unsigned raw) {
  const auto division = Division::from_raw(static_cast<std::uint16_t>(raw));
  if (!division) return fmt::format("division=0x{:04X}", raw);
  if (const auto ticks = division->ticks_per_beat())
    return fmt::format("ticks_per_beat={}", *ticks);
  return fmt::format("frame_rate={:g} ticks_per_frame={}", division->frame_rate()->number(),
                     division->ticks_per_frame());
}

/// The event without its delta time: the tick in front says it.
std::string event_text(const TrackEvent& event) {
  std::string text = format_event(event);
  const auto begin = text.rfind(" time=");
  text.erase(begin, text.find(' ', begin + 1) - begin);
  return text;
}

}  // namespace

void TextDump::header(const smf::Header& header, std::size_t offset, std::size_t tracks) {
  const auto bytes = header.bytes;
  const unsigned declared = big_endian(bytes.subspan(4, 4));
  const unsigned declared_tracks = big_endian(bytes.subspan(10, 2));
  out_.write(fmt::format("midi type={} {}", big_endian(bytes.subspan(8, 2)),
                         division_text(big_endian(bytes.subspan(12, 2)))));
  if (declared_tracks != tracks) out_.write(fmt::format(" tracks={}", declared_tracks));
  if (declared != bytes.size() - chunk_header_size) out_.write(fmt::format(" length={}", declared));
  out_.write(offset == 0 ? "\n" : fmt::format("  # at {}\n", offset));
  write_hex(bytes.subspan(header_size));
}

void TextDump::track(const smf::Chunk& chunk, std::size_t index, const MidiTrack& track) {
  status_bytes_ = StatusBytes(track);
  out_.write("\ntrack");
  if (chunk.declared_size != chunk.data.size()) {
    out_.write(fmt::format(" length={}", chunk.declared_size));
  }
  if (std::ranges::none_of(track, &TrackEvent::is<EndOfTrack>)) out_.write(" no_end");
  if (status_bytes_.all_written()) out_.write(" no_running_status");
  out_.write(fmt::format("  # {} at {}\n", index, chunk.offset - chunk_header_size));
  out_.write("# tick      seconds   offset  event\n");
}

void TextDump::event(const PlacedEvent& event) {
  out_.write(fmt::format("@{:<8} {:>9.3f} {:>8}  {}\n", event.tick, event.time.count(),
                         event.offset, event_text(status_bytes_.spelled(event.event))));
}

void TextDump::chunk(const smf::Chunk& chunk) {
  out_.write(fmt::format("\nchunk \"{}\"  # at {}\n", chunk.id, chunk.offset - chunk_header_size));
  write_hex(chunk.data);
}

void TextDump::bytes(std::span<const std::uint8_t> bytes, std::size_t offset) {
  out_.write(fmt::format("\nraw  # at {}\n", offset));
  write_hex(bytes);
}

void TextDump::fault(const Diagnostic& fault) {
  out_.write(
      fmt::format("# fault at {}: {}: {}\n", fault.offset, to_string(fault.kind), fault.detail));
}

void TextDump::write_hex(std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const auto line = bytes.first(std::min(bytes.size(), bytes_in_a_line));
    out_.write(fmt::format("bytes {:02X}\n", fmt::join(line, " ")));
    bytes = bytes.subspan(line.size());
  }
}

}  // namespace mido::cli
