// SPDX-License-Identifier: MIT
#include <limits>
#include <string>

#include "mido/messages/live_length.hpp"
#include "mido/messages/variable_length.hpp"
#include "mido/smf/track_data.hpp"
#include "smf/chunk_ids.hpp"
#include "smf/file_layout.hpp"
#include "smf/writer.hpp"

namespace mido::detail {

namespace {

// How faithful a track is written.
enum class Form : std::uint8_t {
  valid,    // as it should be: one end_of_track at the end, no junk
  as_read,  // every event where and as it was
};

class TrackWriter {
 public:
  TrackWriter(Bytes& out, Form form) : out_(out), form_(form) {}

  void write(const MidiTrack& track) {
    for (const TrackEvent& event : track) write(event);
    if (form_ == Form::valid) {
      write_delta(held_back_, {});
      write_body(EndOfTrack{});
    }
  }

 private:
  void write(const TrackEvent& event) {
    const std::int64_t delta = checked_delta(event.time());
    if (form_ == Form::valid && (event.is<EndOfTrack>() || is_junk(event))) {
      held_back_ += delta;
      return;
    }
    if (event.kind() != Kind::raw || event.code() != smf::Event::torn) {
      write_delta(held_back_ + delta, event.spelling());
    }
    held_back_ = 0;
    write_body(event);
  }

  static bool is_junk(const TrackEvent& event) {
    return event.kind() == Kind::raw && event.code() <= smf::Event::torn;
  }

  static std::int64_t checked_delta(Time time) {
    if (time.is_float()) throw ValueError("message time must be int in MIDI file");
    if (time.ticks() < 0) throw ValueError("message time must be non-negative in MIDI file");
    return time.ticks();
  }

  void write_delta(std::int64_t delta, Spelling spelling) {
    if (delta > largest_variable_length) {
      throw_out_of_range("message time in MIDI file", 0, largest_variable_length);
    }
    append_variable_length(out_, static_cast<std::uint32_t>(delta), spelling.extra_delta);
  }

  void write_body(const TrackEvent& event) {
    const std::uint8_t code = event.code();
    switch (event.kind()) {
      case Kind::live:
        return write_live(event);
      case Kind::meta:
        return write_long({0xFF, code}, event.data(), event.spelling());
      case Kind::packet:
        return write_long({code}, event.data(), event.spelling());
      case Kind::raw:
        return write_raw(event);
    }
  }

  void write_live(const TrackEvent& event) {
    const std::uint8_t status = event.code();
    if (status < first_system_status) {
      return write_channel(status, event.data().subspan(1), event.spelling());
    }
    if (status != sysex_status) {
      throw ValueError(std::string(event.type()) +
                       " messages are not allowed in MIDI files but as a Packet");
    }
    write_long({status}, event.data().subspan(1), event.spelling());
  }

  void write_raw(const TrackEvent& event) {
    const std::uint8_t code = event.code();
    if (code == sysex_status) return write_long({code}, event.data(), event.spelling());
    if (code >= first_status) return write_channel(code, event.data(), event.spelling());
    // As the reader does: a system common message ends running status.
    if (!event.data().empty() && event.data().front() >= first_system_status &&
        event.data().front() < first_realtime_status) {
      running_status_ = 0;
    }
    append(event.data());
  }

  void write_channel(std::uint8_t status, std::span<const std::uint8_t> data, Spelling spelling) {
    const bool usual = status == running_status_;
    const bool leave_out = usual != spelling.odd_status && status == last_status_;
    if (!leave_out) out_.push_back(status);
    append(data);
    running_status_ = last_status_ = status;
  }

  void write_long(std::initializer_list<std::uint8_t> lead, std::span<const std::uint8_t> payload,
                  Spelling spelling) {
    running_status_ = 0;
    if (payload.size() > largest_variable_length) {
      throw ValueError("an event of a MIDI file holds at most 268435455 bytes");
    }
    append(std::span(lead.begin(), lead.size()));
    append_variable_length(out_, static_cast<std::uint32_t>(payload.size()), spelling.extra_length);
    append(payload);
  }

  void append(std::span<const std::uint8_t> bytes) {
    out_.insert(out_.end(), bytes.begin(), bytes.end());
  }

  Bytes& out_;
  Form form_;
  std::uint8_t running_status_ = 0;
  std::uint8_t last_status_ = 0;  // not cancelled by sysex and meta events
  std::int64_t held_back_ = 0;    // the time of what is left out
};

}  // namespace

void append_track(Bytes& out, const MidiTrack& track) {
  const TrackLayout* layout = track.layout();
  const bool unchanged = layout != nullptr && content_of(track) == layout->content;
  out.insert(out.end(), smf::track_id.begin(), smf::track_id.end());
  const std::size_t length_at = out.size();
  append_big_endian(out, 0, 4);
  const std::size_t begin = out.size();
  out.reserve(begin + 4 * track.size() + 4);
  TrackWriter(out, unchanged ? Form::as_read : Form::valid).write(track);

  const std::size_t size = out.size() - begin;
  if (size > std::numeric_limits<std::uint32_t>::max()) {
    throw ValueError("a track of a MIDI file holds less than 4 GiB");
  }
  const auto declared = static_cast<std::uint32_t>(static_cast<std::int64_t>(size) +
                                                   (unchanged ? layout->length_error : 0));
  for (std::size_t i = 0; i < 4; ++i) {
    out[length_at + i] = static_cast<std::uint8_t>(declared >> (8 * (3 - i)));
  }
}

std::uint64_t content_of(const MidiTrack& track) {
  std::uint64_t result = track.size();
  for (const TrackEvent& event : track) {
    result = result * 1099511628211U + std::hash<BaseMessage>{}(event);
  }
  return result;
}

}  // namespace mido::detail

namespace mido::smf {

Bytes track_data(const MidiTrack& track) {
  Bytes data;
  detail::TrackWriter(data, detail::Form::as_read).write(track);
  return data;
}

}  // namespace mido::smf
