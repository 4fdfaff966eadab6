// SPDX-License-Identifier: MIT
#include "smf/chase.hpp"

#include <algorithm>
#include <array>

namespace mido::detail {

namespace {

// What one track says holds for all of them.
constexpr std::array for_all = {SetTempo::type_byte, TimeSignature::type_byte,
                                KeySignature::type_byte};
// What names a track or tells where it goes.
constexpr std::array for_its_track = {Copyright::type_byte, TrackName::type_byte,
                                      InstrumentName::type_byte, DeviceName::type_byte};

template <class List>
bool contains(const List& list, std::uint8_t type_byte) {
  return std::ranges::find(list, type_byte) != list.end();
}

TrackEvent at_start(TrackEvent event) {
  event.set_time(0);
  return event;
}

}  // namespace

Chase::Chase(std::span<const MidiTrack> tracks, std::int64_t tick) : tracks_(tracks.size()) {
  Merge merge(tracks);
  while (merge.next()) {
    if (!tracks.empty()) read(merge.event(), merge.event().tick < tick);
  }
}

void Chase::read(const MergedEvent& next, bool before) {
  Track& track = tracks_[next.track];
  const TrackEvent& event = *next.event;
  if (const auto port = event.get_if<MidiPort>()) {
    track.port = port->port;
    if (before) track.port_at_start = port->port;
  } else if (event.is_meta()) {
    if (before) read_meta(next);
  } else if (event.kind() == Kind::live && event.code() < Sysex::status) {
    const auto key = std::pair(track.port, event.code() & 0x0F);
    Channel& channel = channels_.try_emplace(key, Channel{.track = next.track}).first->second;
    channel.track = std::min(channel.track, next.track);
    if (before) channel.state.read(event);
  }
}

void Chase::read_meta(const MergedEvent& next) {
  const std::uint8_t type = next.event->code();
  if (contains(for_all, type)) for_all_[type] = next;
  // The first name is the one that counts.
  if (contains(for_its_track, type)) tracks_[next.track].metas.try_emplace(type, *next.event);
}

std::vector<TrackEvent> Chase::restore(std::size_t track) const {
  std::vector<TrackEvent> out;
  for (const auto& [type, event] : tracks_[track].metas) out.push_back(at_start(event));
  for (const auto& [type, meta] : for_all_) {
    if (meta.track == track) out.push_back(at_start(*meta.event));
  }
  restore_channels(track, out);
  return out;
}

void Chase::restore_channels(std::size_t track, std::vector<TrackEvent>& out) const {
  int port = 0;
  const auto go_to_port = [&](int wanted) {
    if (wanted != port) out.push_back(MidiPort{.port = checked(wanted)});
    port = wanted;
  };
  for (const auto& [key, channel] : channels_) {
    if (channel.track != track) continue;
    const auto events = channel.state.restore();
    if (events.empty()) continue;
    go_to_port(key.first);
    out.insert(out.end(), events.begin(), events.end());
  }
  go_to_port(tracks_[track].port_at_start);
}

}  // namespace mido::detail
