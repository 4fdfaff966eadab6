// SPDX-License-Identifier: MIT
#include "cli/dump_json.hpp"

#include "cli/json.hpp"

namespace mido::cli {

namespace {

constexpr std::size_t chunk_header_size = 8;

Json json_bytes(std::span<const std::uint8_t> bytes) { return Bytes(bytes.begin(), bytes.end()); }

}  // namespace

void JsonDump::header(const smf::Header& header, std::size_t offset, std::size_t tracks) {
  Json line = {{"chunk", "MThd"},
               {"offset", offset},
               {"type", header.type},
               {"tracks", tracks},
               {"tracks_declared", header.tracks}};
  add_division(line, header.division);
  out_.write(json_line(line));
}

void JsonDump::track(const smf::Chunk& chunk, std::size_t index, const MidiTrack&) {
  out_.write(json_line({{"chunk", chunk.id},
                        {"offset", chunk.offset - chunk_header_size},
                        {"track", index},
                        {"length", chunk.data.size()},
                        {"length_declared", chunk.declared_size}}));
}

void JsonDump::event(const PlacedEvent& placed) {
  const TrackEvent& event = placed.event;
  Json line = {{"track", placed.track},        {"offset", placed.offset},
               {"tick", placed.tick},          {"seconds", placed.time.count()},
               {"time", event.time().ticks()}, {"type", event.type()}};
  for (const auto& [name, value] : event.attributes()) line[std::string(name)] = to_json(value);
  out_.write(json_line(line));
}

void JsonDump::chunk(const smf::Chunk& chunk) {
  out_.write(json_line({{"chunk", chunk.id},
                        {"offset", chunk.offset - chunk_header_size},
                        {"data", json_bytes(chunk.data)}}));
}

void JsonDump::bytes(std::span<const std::uint8_t> bytes, std::size_t offset) {
  out_.write(json_line({{"chunk", nullptr}, {"offset", offset}, {"data", json_bytes(bytes)}}));
}

void JsonDump::fault(const Diagnostic& fault) {
  out_.write(json_line({{"diagnostic", to_json(fault)}}));
}

}  // namespace mido::cli
