// SPDX-License-Identifier: MIT
#include "cli/take.hpp"

#include <algorithm>
#include <numeric>

#include "mido/smf/track_builder.hpp"
#include "mido/smf/units.hpp"

namespace mido::cli {

namespace {

std::size_t place_of(Channel channel, Note note) {
  return static_cast<std::size_t>(int{channel}) * 128 + static_cast<std::size_t>(int{note});
}

bool belongs_in_file(const Message& message) {
  return message.is<Sysex>() || message.wire().front() < Sysex::status;
}

// A file has no room for more ticks from one event to the next: silence of hours needs events.
constexpr std::int64_t longest_delta = 0x0FFFFFFF;

MidiTrack finished(TrackBuilder& track, std::int64_t end) {
  for (auto tick = longest_delta; tick < end; tick += longest_delta) track.add(tick, Text{});
  return track.add(end, EndOfTrack{}).build();
}

}  // namespace

bool Take::add(std::size_t port, const std::string& name, const Message& message, Timestamp when) {
  if (!belongs_in_file(message)) return false;
  if (port >= parts_.size()) parts_.resize(port + 1);
  Part& part = parts_[port];
  part.name = name;
  part.events.push_back({when, message});
  keep_in_mind(part, message);
  return true;
}

void Take::keep_in_mind(Part& part, const Message& message) {
  if (const auto on = message.get_if<NoteOn>()) {
    part.held.set(place_of(on->channel, on->note), on->velocity != 0);
    if (on->velocity != 0) ++notes_;
  } else if (const auto off = message.get_if<NoteOff>()) {
    part.held.reset(place_of(off->channel, off->note));
  }
}

std::size_t Take::held() const noexcept {
  return std::accumulate(parts_.begin(), parts_.end(), std::size_t{0},
                         [](std::size_t sum, const Part& part) { return sum + part.held.count(); });
}

MidiFile Take::file(Timestamp end) const {
  const std::int64_t last = tick_of(end);
  MidiFile file(1, checked(options_.ticks_per_beat));
  file.tracks.push_back(conductor(last));
  for (const Part& part : parts_) {
    if (!part.events.empty()) file.tracks.push_back(track_of(part, last));
  }
  return file;
}

// Each from the beginning of the take, so that nothing adds up.
std::int64_t Take::tick_of(Timestamp when) const {
  if (!zero_) return 0;
  return second2tick(std::max(when - *zero_, Timestamp::zero()), options_.ticks_per_beat,
                     options_.tempo);
}

MidiTrack Take::conductor(std::int64_t end) const {
  TrackBuilder track;
  track.add(0, SetTempo{.tempo = options_.tempo}).add(0, options_.time_signature);
  return finished(track, end);
}

MidiTrack Take::track_of(const Part& part, std::int64_t end) const {
  TrackBuilder track;
  track.add(0, TrackName{.name = part.name});
  for (const auto& [when, message] : part.events) {
    const std::int64_t tick = tick_of(when);
    end = std::max(end, tick);
    track.add(tick, message);
  }
  for (int channel = 0; channel < 16; ++channel) {
    for (int note = 0; note < 128; ++note) {
      const NoteOff off{.channel = checked(channel), .note = checked(note)};
      if (part.held.test(place_of(off.channel, off.note))) track.add(end, off);
    }
  }
  return finished(track, end);
}

}  // namespace mido::cli
