// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "mido/smf/tempo_map.hpp"
#include "mido/smf/transform.hpp"
#include "smf/merge.hpp"
#include "smf/track_with_ticks.hpp"

namespace mido {

namespace {

constexpr std::uint8_t first_system_status = 0xF0;

std::optional<std::size_t> channel_of(const TrackEvent& event) {
  const bool has_status = event.kind() == detail::Kind::live || event.kind() == detail::Kind::raw;
  if (!has_status || event.code() < NoteOff::status || event.code() >= first_system_status) {
    return std::nullopt;
  }
  return event.code() & 0x0FU;
}

bool is_for_all(const TrackEvent& event) {
  return event.is<SetTempo>() || event.is<TimeSignature>() || event.is<KeySignature>() ||
         event.is<SmpteOffset>();
}

// Deals the events of one track out to several.
class ChannelSplitter {
 public:
  void add(std::int64_t tick, const TrackEvent& event) {
    if (const auto channel = channel_of(event)) {
      prefix_.reset();
      return channels_[*channel].add(tick, event);
    }
    if (const auto prefix = event.get_if<ChannelPrefix>()) prefix_ = prefix->channel;
    const bool prefixed = prefix_ && *prefix_ < channels_.size() && !is_for_all(event);
    (prefixed ? channels_[*prefix_] : conductor_).add(tick, event);
  }

  std::vector<MidiTrack> end(std::int64_t tick) && {
    conductor_.add(tick, EndOfTrack{});
    std::vector<MidiTrack> result = {std::move(conductor_.track)};
    for (Part& part : channels_) {
      if (part.track.empty()) continue;
      part.add(tick, EndOfTrack{});
      result.push_back(std::move(part.track));
    }
    return result;
  }

 private:
  using Part = detail::TrackWithTicks;

  Part conductor_;
  std::array<Part, Channel::max + 1> channels_;
  std::optional<std::size_t> prefix_;  // the channel of what is no channel's own
};

std::vector<MidiTrack> split_by_channel(std::span<const MidiTrack> tracks) {
  ChannelSplitter splitter;
  detail::Merge merge(tracks);
  while (merge.next()) {
    const detail::MergedEvent& next = merge.event();
    if (!next.event->is<EndOfTrack>()) splitter.add(next.tick, *next.event);
  }
  return std::move(splitter).end(detail::end_tick(tracks));
}

template <class Meta>
bool begins_with(const MidiTrack& track) {
  for (const TrackEvent& event : track) {
    if (event.time().ticks() != 0) return false;
    if (event.is<Meta>()) return true;
  }
  return false;
}

// Puts tracks that are independent of each other one after another.
class Sequencer {
 public:
  explicit Sequencer(Division division) : division_(division) {}

  MidiTrack place(MidiTrack track) {
    const TempoMap map(track, division_);
    const std::int64_t length = detail::end_tick({&track, 1});
    if (tempo_ != SetTempo{}.tempo && !begins_with<SetTempo>(track)) {
      track.insert(track.begin(), SetTempo{});
    }
    if (time_signature_ != TimeSignature{} && !begins_with<TimeSignature>(track)) {
      track.insert(track.begin(), TimeSignature{});
    }
    if (!track.empty()) track.front().set_time(track.front().time().ticks() + tick_);
    tempo_ = map.tempos().back().tempo;
    time_signature_ = map.time_signatures().back().time_signature;
    tick_ += length;
    return track;
  }

 private:
  Division division_;
  std::int64_t tick_ = 0;  // what the tracks so far have left
  Tempo tempo_ = SetTempo{}.tempo;
  TimeSignature time_signature_ = {};
};

std::vector<MidiTrack> in_sequence(const MidiFile& file) {
  std::vector<MidiTrack> result;
  Sequencer sequencer(file.division);
  for (const MidiTrack& track : file.tracks) result.push_back(sequencer.place(track));
  return result;
}

std::vector<MidiTrack> converted(const MidiFile& file, FileType type) {
  if (file.type == 0 && type == 1) return split_by_channel(file.tracks);
  auto tracks = file.type == 2 ? in_sequence(file) : file.tracks;
  if (type == 1) return tracks;
  return {merge_tracks(tracks)};
}

}  // namespace

MidiFile convert(const MidiFile& file, FileType type) {
  if (file.type == type) return file;
  MidiFile result = file;
  result.type = type;
  result.tracks = converted(file, type);
  for (ForeignChunk& chunk : result.foreign_chunks) {
    chunk.before_track = std::min(chunk.before_track, result.tracks.size());
  }
  return result;
}

}  // namespace mido
