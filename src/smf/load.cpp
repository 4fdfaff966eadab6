// SPDX-License-Identifier: MIT
#include "smf/load.hpp"

#include <algorithm>

#include "mido/messages/encoding.hpp"
#include "smf/file_layout.hpp"

namespace mido::smf {

namespace {

using detail::Kind;
using detail::Payload;

Payload channel_payload(const Event& event) {
  if (event.has_bad_data) return {Kind::raw, event.status, event.data, event.spelling};
  const std::uint8_t data2 = event.data.size() > 1 ? event.data[1] : 0;
  return {event.status, event.data[0], data2, event.spelling};
}

Payload sysex_payload(const Event& event) {
  if (event.has_bad_data) return {Kind::raw, event.status, event.data, event.spelling};
  const bool whole = !event.data.empty() && event.data.back() == detail::end_of_sysex;
  if (!whole) return {Kind::packet, event.status, event.data, event.spelling};
  return detail::encode_sysex(event.data.first(event.data.size() - 1), event.spelling);
}

Payload payload_of(const Event& event) {
  if (event.is_junk()) return {Kind::raw, event.status, event.data, event.spelling};
  if (event.status < detail::first_system_status) return channel_payload(event);
  if (event.is_meta()) return {Kind::meta, event.meta_type, event.data, event.spelling};
  if (event.status == detail::sysex_status) return sysex_payload(event);
  return {Kind::packet, event.status, event.data, event.spelling};
}

}  // namespace

TrackEvent to_track_event(const Event& event) {
  return TrackEvent::from_payload(payload_of(event), event.delta);
}

}  // namespace mido::smf

namespace mido::detail {

namespace {

// Most events have three bytes with their delta time.
constexpr std::size_t usual_event_size = 3;

// A channel or sysex message with its data bytes brought to 127.
TrackEvent clipped(const smf::Event& event) {
  Bytes data(event.data.begin(), event.data.end());
  const bool whole = event.status == sysex_status && data.back() == end_of_sysex;
  for (auto& byte : std::span(data).first(data.size() - (whole ? 1 : 0))) {
    byte = std::min<std::uint8_t>(byte, DataByte::max);
  }
  smf::Event valid = event;
  valid.has_bad_data = false;
  valid.data = data;
  return to_track_event(valid);
}

bool has_bad_bytes(const smf::Event& event) { return event.has_bad_data && !event.is_meta(); }

}  // namespace

MidiTrack load_track(smf::TrackReader reader, const smf::Chunk& chunk, const ReadOptions& options) {
  MidiTrack track;
  track.reserve(reader.size() / usual_event_size);
  std::int64_t dropped_time = 0;
  bool has_junk = false;
  int ends = 0;
  for (smf::Event event; reader.next(event);) {
    has_junk = has_junk || event.is_junk();
    ends += event.is_meta() && event.meta_type == EndOfTrack::type_byte ? 1 : 0;
    if (has_bad_bytes(event) && options.bad_data == BadData::drop) {
      dropped_time += event.delta;
      continue;
    }
    const bool clip = has_bad_bytes(event) && options.bad_data == BadData::clip;
    track.push_back(clip ? clipped(event) : smf::to_track_event(event));
    if (dropped_time != 0) {
      track.back().set_time(dropped_time + event.delta);
      dropped_time = 0;
    }
  }
  const auto length_error =
      std::int64_t{chunk.declared_size} - static_cast<std::int64_t>(chunk.data.size());
  const bool ends_well = ends == 1 && track.back().is<EndOfTrack>();
  if (has_junk || length_error != 0 || !ends_well) {
    track.set_layout({.content = content_of(track), .length_error = length_error});
  }
  return track;
}

}  // namespace mido::detail
