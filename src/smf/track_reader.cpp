// SPDX-License-Identifier: MIT
#include "mido/smf/track_reader.hpp"

#include <algorithm>

#include "mido/messages/encoding.hpp"
#include "mido/messages/variable_length.hpp"

namespace mido::smf {

namespace {

using Quantity = detail::Cursor::Quantity;

bool has_bad_data_byte(std::span<const std::uint8_t> bytes) noexcept {
  return std::ranges::any_of(bytes, [](std::uint8_t byte) { return byte > DataByte::max; });
}

// How many of the bytes written a quantity could have done without.
std::uint8_t extra_bytes(std::size_t written, std::uint32_t value) noexcept {
  return static_cast<std::uint8_t>(written - detail::variable_length_size(value));
}

}  // namespace

bool TrackReader::next(Event& event) {
  if (cursor_.at_end()) return end_track();
  if (ended_ && !told_of_the_end_) {
    told_of_the_end_ = true;
    report(FaultKind::after_end_of_track, cursor_.offset(), "the track goes on after end_of_track");
  }
  event = {.data = {}, .offset = cursor_.offset()};
  if (read_delta(event)) read_body(event);
  return true;
}

bool TrackReader::read_usual_event(Event& event) {
  const auto rest = cursor_.rest();
  if (ended_ || rest.size() < 4 || rest[0] >= detail::first_status) return false;
  const std::size_t offset = cursor_.offset();
  const bool is_meta = rest[1] == detail::meta_status;
  if (!(is_meta ? read_usual_meta(event, rest) : read_usual_message(event, rest))) return false;
  event.status = rest[1];
  event.has_bad_data = false;
  event.delta = rest[0];
  event.offset = offset;
  tick_ += event.delta;
  return true;
}

inline bool TrackReader::read_usual_meta(Event& event, std::span<const std::uint8_t> rest) {
  const std::size_t size = rest[3];
  if (size >= 0x80 || size > rest.size() - 4) return false;
  const auto data = rest.subspan(4, size);
  if (!detail::is_valid_meta(rest[2], data)) return false;
  event.meta_type = rest[2];
  event.spelling = {};
  event.data = data;
  ended_ = ended_ || event.meta_type == EndOfTrack::type_byte;
  running_status_ = 0;  // SMF 1.0: sysex and meta events cancel it
  cursor_.take(4 + size);
  return true;
}

inline bool TrackReader::read_usual_message(Event& event, std::span<const std::uint8_t> rest) {
  const std::uint8_t status = rest[1];
  if (status < detail::first_status || status >= detail::first_system_status) return false;
  const std::size_t size = detail::live_length(status) - 1;
  if (has_bad_data_byte(rest.subspan(2, size))) return false;
  event.meta_type = 0;
  event.spelling = {.status_byte = detail::StatusByte::written};
  event.data = rest.subspan(2, size);
  running_status_ = last_status_ = status;
  cursor_.take(2 + size);
  return true;
}

bool TrackReader::end_track() {
  if (!ended_ && !told_of_the_end_) {
    told_of_the_end_ = true;
    report(FaultKind::missing_end_of_track, cursor_.offset(), "the track has no end_of_track");
  }
  return false;
}

// False when there is no event behind it.
bool TrackReader::read_delta(Event& event) {
  const Quantity quantity = cursor_.take_variable_length(event.delta);
  body_ = cursor_.offset();
  if (quantity == Quantity::whole && !cursor_.at_end()) {
    event.spelling.extra_delta = extra_bytes(body_ - event.offset, event.delta);
    tick_ += event.delta;
    return true;
  }
  if (quantity == Quantity::too_long) {
    report(FaultKind::long_quantity, event.offset, "a delta time has more than four bytes");
  } else {
    report(FaultKind::truncated_event, cursor_.offset(), "the track ends inside an event");
  }
  take_rest(event, Event::torn, event.offset);
  return false;
}

void TrackReader::read_body(Event& event) {
  if (cursor_.peek() < detail::first_status) return read_running_status(event);
  event.status = cursor_.take();
  if (event.status < detail::first_system_status) {
    event.spelling.status_byte = detail::StatusByte::written;
    read_channel_message(event);
  } else if (event.is_meta()) {
    read_meta(event);
  } else if (event.status == detail::sysex_status || event.status == detail::end_of_sysex) {
    read_sysex(event);
  } else {
    read_system_message(event);
  }
}

void TrackReader::read_running_status(Event& event) {
  if (last_status_ == 0) return read_stray_bytes(event);
  if (running_status_ == 0) {
    report(FaultKind::cancelled_status, body_,
           "running status after a sysex or meta event, which cancel it");
    event.spelling.status_byte = detail::StatusByte::left_out;
  }
  event.status = last_status_;
  read_channel_message(event);
}

void TrackReader::read_channel_message(Event& event) {
  const std::size_t size = detail::live_length(event.status) - 1;
  if (size > cursor_.left()) return cut_off(event);
  event.data = cursor_.take(size);
  running_status_ = last_status_ = event.status;
  event.has_bad_data = has_bad_data_byte(event.data);
  if (event.has_bad_data) {
    report(FaultKind::bad_data_byte, body_, "data byte must be in range 0..127");
  }
}

void TrackReader::read_meta(Event& event) {
  running_status_ = 0;  // SMF 1.0: sysex and meta events cancel it
  if (cursor_.at_end()) return cut_off(event);
  event.meta_type = cursor_.take();
  if (!read_payload(event)) return;
  ended_ = ended_ || event.meta_type == EndOfTrack::type_byte;
  event.has_bad_data = !detail::is_valid_meta(event.meta_type, event.data);
  if (event.has_bad_data) {
    report(FaultKind::bad_meta, body_, "a meta message that cannot have this payload");
  }
}

void TrackReader::read_sysex(Event& event) {
  running_status_ = 0;
  // An escape may carry anything.
  if (!read_payload(event) || event.status == detail::end_of_sysex) return;
  const bool whole = !event.data.empty() && event.data.back() == detail::end_of_sysex;
  event.has_bad_data = has_bad_data_byte(event.data.first(event.data.size() - (whole ? 1 : 0)));
  if (event.has_bad_data) {
    report(FaultKind::bad_data_byte, body_, "sysex data byte must be in range 0..127");
  }
}

// A message that only a live stream can have; its data bytes go with it.
void TrackReader::read_system_message(Event& event) {
  report(FaultKind::system_message, body_, "a system message cannot stand in a track");
  if (event.status < detail::first_realtime_status) running_status_ = 0;
  for (std::size_t left = detail::live_length(event.status);
       left > 1 && !cursor_.at_end() && cursor_.peek() < detail::first_status; --left) {
    cursor_.take();
  }
  const std::size_t size = cursor_.offset() - body_;
  cursor_.go_to(body_);
  event.status = Event::stray;
  event.data = cursor_.take(size);
}

// False when it is not there.
bool TrackReader::read_payload(Event& event) {
  const std::size_t begin = cursor_.offset();
  std::uint32_t size = 0;
  const Quantity quantity = cursor_.take_variable_length(size);
  if (quantity == Quantity::too_long) {
    report(FaultKind::long_quantity, begin, "a length has more than four bytes");
    take_rest(event, Event::stray, body_);
    return false;
  }
  if (quantity == Quantity::cut_off || size > cursor_.left()) {
    cut_off(event);
    return false;
  }
  event.spelling.extra_length = extra_bytes(cursor_.offset() - begin, size);
  event.data = cursor_.take(size);
  return true;
}

// Data bytes without a status. The last one before a status is taken for the delta time of that.
void TrackReader::read_stray_bytes(Event& event) {
  report(FaultKind::no_running_status, body_, "a data byte without a status byte before it");
  const auto rest = cursor_.rest();
  const auto status =
      std::ranges::find_if(rest, [](std::uint8_t byte) { return byte >= detail::first_status; });
  auto size = static_cast<std::size_t>(status - rest.begin());
  if (status != rest.end() && size > 1) --size;
  event.status = Event::stray;
  event.data = cursor_.take(size);
}

void TrackReader::cut_off(Event& event) {
  report(FaultKind::truncated_event, cursor_.offset(), "the track ends inside an event");
  take_rest(event, Event::stray, body_);
}

// All that is left from there is no event.
void TrackReader::take_rest(Event& event, std::uint8_t junk, std::size_t from) noexcept {
  cursor_.go_to(from);
  event.status = junk;
  event.meta_type = 0;
  event.spelling = {.extra_delta =
                        junk == Event::torn ? std::uint8_t{0} : event.spelling.extra_delta};
  if (junk == Event::torn) event.delta = 0;
  event.data = cursor_.take(cursor_.left());
}

void TrackReader::report(FaultKind kind, std::size_t offset, const char* detail) const {
  faults_.report(
      {.offset = offset, .track = track_, .tick = tick_, .kind = kind, .detail = detail});
}

}  // namespace mido::smf
