// SPDX-License-Identifier: MIT
#include "mido/smf/midi_file.hpp"

#include <utility>

#include "mido/codec/tokenizer.hpp"
#include "mido/smf/reader.hpp"
#include "mido/smf/tempo_map.hpp"
#include "smf/chunk_ids.hpp"
#include "smf/file_bytes.hpp"
#include "smf/file_layout.hpp"
#include "smf/load.hpp"
#include "smf/merge.hpp"
#include "smf/synchronous.hpp"
#include "smf/writer.hpp"

namespace mido {

namespace {

struct Sendable {
  std::vector<Message> messages;
  Seconds rest{};  // from the last message to the end of the song
};

// What a port can send, with times in seconds. Packets are bytes of a live stream, and become the
// messages that a receiver would see.
Sendable sendable_messages(const std::vector<TrackEvent>& events) {
  Sendable result;
  Tokenizer packets;
  const auto add = [&](Message message) {
    message.set_time(result.rest);
    result.rest = Seconds::zero();
    result.messages.push_back(std::move(message));
  };
  for (const TrackEvent& event : events) {
    result.rest += Seconds(event.time().seconds());
    if (auto message = event.message()) {
      add(*std::move(message));
    } else if (event.is<Packet>()) {
      packets.feed(event.bytes(), [&](auto bytes) { add(Message::from_bytes(bytes)); });
    }
  }
  return result;
}

}  // namespace

MidiFile::MidiFile(const std::filesystem::path& path, const ReadOptions& options)
    : MidiFile(from_bytes(detail::read_file_bytes(path), options)) {}

MidiFile::MidiFile(std::istream& in, const ReadOptions& options)
    : MidiFile(from_bytes(detail::read_stream_bytes(in), options)) {}

MidiFile MidiFile::from_bytes(std::span<const std::uint8_t> bytes, const ReadOptions& options) {
  MidiFile file;
  smf::Reader reader(bytes, options.tolerant ? &file.diagnostics_ : nullptr, options.bad_data);
  file.division = reader.header().division;
  while (const auto chunk = reader.next_chunk()) {
    if (chunk->id == smf::track_id) {
      file.tracks.push_back(detail::load_track(reader.track(*chunk), *chunk, options));
    } else {
      file.foreign_chunks.push_back({.id = std::string(chunk->id),
                                     .data = {chunk->data.begin(), chunk->data.end()},
                                     .before_track = file.tracks.size()});
    }
  }
  // A type 0 file of several tracks means what a type 1 file does.
  const bool several = reader.header().type == 0 && file.tracks.size() > 1;
  file.type = several ? FileType(1) : FileType(checked(reader.header().type));
  file.layout_ = detail::layout_of(bytes, reader, file);
  return file;
}

smf::Wrapper MidiFile::wrapper() const noexcept {
  return layout_ ? layout_->wrapper : smf::Wrapper::none;
}

std::vector<smf::InfoField> MidiFile::riff_info() const {
  return layout_ ? layout_->riff_info : std::vector<smf::InfoField>();
}

void MidiFile::unwrap() {
  if (!layout_) return;
  auto layout = std::make_shared<detail::FileLayout>(*layout_);
  layout->wrapper = smf::Wrapper::none;
  layout->before.clear();
  layout->after.clear();
  layout->riff_info.clear();
  layout_ = std::move(layout);
}

Bytes MidiFile::to_bytes() const { return detail::FileWriter(*this).write(); }

void MidiFile::save(const std::filesystem::path& path) const {
  detail::write_file_bytes(path, to_bytes());
}

void MidiFile::save(std::ostream& out) const { detail::write_stream_bytes(out, to_bytes()); }

MidiTrack& MidiFile::add_track(std::string_view name) {
  MidiTrack& track = tracks.emplace_back();
  if (!name.empty()) track.set_name(name);
  return track;
}

Seconds MidiFile::length() const {
  detail::check_synchronous(*this, "impossible to compute length");
  return TempoMap(*this).seconds(detail::end_tick(tracks));
}

std::vector<TrackEvent> MidiFile::events() const {
  detail::check_synchronous(*this, "impossible to merge the tracks");
  std::vector<TrackEvent> result;
  result.reserve(detail::event_count(tracks) + 1);
  Seconds tick_length = division.tick_length(default_tempo);
  std::int64_t last_tick = 0;
  detail::Merge merge(tracks);
  while (merge.next()) {
    const auto& [tick, track, event] = merge.event();
    result.push_back(*event);
    result.back().set_time(static_cast<double>(tick - last_tick) * tick_length);
    last_tick = tick;
    if (!event->is_meta()) continue;
    if (const auto tempo = event->get_if<SetTempo>()) {
      tick_length = division.tick_length(tempo->tempo);
    }
  }
  return result;
}

Playback<Message> MidiFile::play(const PlayOptions& options) const {
  auto sendable = sendable_messages(events());
  return {std::move(sendable.messages), sendable.rest, options};
}

Playback<TrackEvent> MidiFile::play_events(const PlayOptions& options) const {
  return {events(), Seconds::zero(), options};
}

}  // namespace mido
