// SPDX-License-Identifier: MIT
#include "cli/file_walk.hpp"

#include <algorithm>
#include <vector>

#include "mido/smf/midi_file.hpp"
#include "mido/smf/tempo_map.hpp"

namespace mido::cli {

namespace {

class Walk {
 public:
  Walk(std::span<const std::uint8_t> bytes, FileVisitor& visitor)
      : bytes_(bytes),
        visitor_(visitor),
        file_(MidiFile::from_bytes(bytes, {.tolerant = true})),
        reader_(bytes, &faults_) {
    if (file_.type != 2) tempos_ = TempoMap(file_);
  }

  void go() {
    const smf::Frame& frame = reader_.frame();
    tell_faults();
    tell_bytes(bytes_.first(frame.begin), 0);
    visitor_.header(reader_.header(), frame.begin, file_.tracks.size());
    while (const auto chunk = reader_.next_chunk()) {
      tell_faults();
      tell(*chunk);
    }
    tell_faults();
    tell_bytes(bytes_.subspan(frame.end), frame.end);
  }

 private:
  void tell(const smf::Chunk& chunk) {
    if (chunk.id == "MTrk") return tell_track(chunk);
    if (chunk.id.empty()) return tell_bytes(chunk.data, chunk.offset);
    visitor_.chunk(chunk);
  }

  void tell_track(const smf::Chunk& chunk) {
    smf::TrackReader reader = reader_.track(chunk);
    const MidiTrack& track = file_.tracks[reader.index()];
    visitor_.track(chunk, reader.index(), track);
    if (file_.type == 2) tempos_ = TempoMap(track, file_.division);
    std::int64_t tick = 0;
    for (smf::Event event; reader.next(event);) {
      tell_faults();
      tick += event.delta;
      visitor_.event({.event = to_track_event(event),
                      .track = reader.index(),
                      .offset = event.offset,
                      .tick = tick,
                      .time = tempos_.seconds(tick)});
    }
    tell_faults();
  }

  void tell_bytes(std::span<const std::uint8_t> bytes, std::size_t offset) {
    if (!bytes.empty()) visitor_.bytes(bytes, offset);
  }

  void tell_faults() {
    for (; told_ < faults_.size(); ++told_) visitor_.fault(faults_[told_]);
  }

  std::span<const std::uint8_t> bytes_;
  FileVisitor& visitor_;
  MidiFile file_;
  Diagnostics faults_;
  smf::Reader reader_;
  TempoMap tempos_;  // of a type 2 file: those of the track under way
  std::size_t told_ = 0;
};

}  // namespace

void walk(std::span<const std::uint8_t> file, FileVisitor& visitor) { Walk(file, visitor).go(); }

}  // namespace mido::cli
