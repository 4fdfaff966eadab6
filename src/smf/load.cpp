// SPDX-License-Identifier: MIT
#include "smf/load.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "mido/messages/encoding.hpp"
#include "mido/smf/short_events.hpp"
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

constexpr std::size_t least_short_event = shape_of(0).size;

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

// Their time goes to the event behind them.
void drop_bad_data(EventList& events) {
  std::int64_t dropped_time = 0;
  TrackEvent* out = events.begin();
  for (TrackEvent& event : events) {
    if (event.kind() == Kind::raw && event.code() >= first_status) {
      dropped_time += event.time().ticks();
      continue;
    }
    event.set_time(event.time().ticks() + dropped_time);
    dropped_time = 0;
    *out++ = std::move(event);
  }
  events.erase(out, events.end());
}

// Makes the events of a track; those that are no ShortEvent one at a time.
class TrackLoader {
 public:
  TrackLoader(smf::TrackReader reader, const ReadOptions& options)
      : reader_(reader), bad_data_(options.bad_data) {}

  [[nodiscard]] MidiTrack load(std::int64_t declared_size);

 private:
  void add(const smf::Event& event);
  void make_room();
  [[nodiscard]] bool ends_well() const {
    return ends_ == 1 && events_.back().is<EndOfTrack>() && events_.back().spelling() == Spelling{};
  }

  smf::TrackReader reader_;
  BadData bad_data_;
  EventList events_;
  int ends_ = 0;
  bool has_faults_ = false;  // of the kind that is only written as long as nothing is changed
  bool has_bad_data_ = false;
};

MidiTrack TrackLoader::load(std::int64_t declared_size) {
  const std::int64_t length_error = declared_size - static_cast<std::int64_t>(reader_.size());
  make_room();
  TrackEvent* out = events_.room();
  // There is room for as many short events as can follow: nothing to check for each.
  const auto add_short = [&out](const ShortEvent& event) {
    new (out++) TrackEvent(TrackEvent::from_word(event.payload, event.delta));
  };
  reader_.for_each(add_short, [&](const smf::Event& event) {
    events_.set_end(out);
    add(event);
    make_room();
    out = events_.room();
  });
  events_.set_end(out);
  if (has_bad_data_ && bad_data_ == BadData::drop) drop_bad_data(events_);
  events_.shrink_to_fit();
  const bool odd = has_faults_ || length_error != 0 || !ends_well();
  MidiTrack track = MidiTrack::from_events(std::move(events_));
  if (odd) track.set_layout({.content = content_of(track), .length_error = length_error});
  return track;
}

// For as many short events as can follow. A track of shorter ones needs more room with every event,
// so it grows by more than that.
void TrackLoader::make_room() {
  const std::size_t needed = events_.size() + reader_.left() / least_short_event + 1;
  const std::size_t capacity = events_.capacity();
  if (needed > capacity) events_.reserve(std::max(needed, capacity + capacity / 2));
}

void TrackLoader::add(const smf::Event& event) {
  const bool left_out = event.spelling.status_byte == StatusByte::left_out;
  has_faults_ = has_faults_ || event.is_junk() || left_out;
  ends_ += event.is_meta() && event.meta_type == EndOfTrack::type_byte ? 1 : 0;
  has_bad_data_ = has_bad_data_ || has_bad_bytes(event);
  const bool clip = has_bad_bytes(event) && bad_data_ == BadData::clip;
  events_.push_back(clip ? clipped(event) : smf::to_track_event(event));
}

}  // namespace

MidiTrack load_track(smf::TrackReader reader, const smf::Chunk& chunk, const ReadOptions& options) {
  return TrackLoader(reader, options).load(chunk.declared_size);
}

}  // namespace mido::detail
