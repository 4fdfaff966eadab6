// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "mido/messages/live_length.hpp"
#include "mido/messages/variable_length.hpp"
#include "mido/smf/track_data.hpp"
#include "smf/chunk_ids.hpp"
#include "smf/file_layout.hpp"
#include "smf/short_event_writer.hpp"
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
  TrackWriter(ByteSink& out, Form form) : out_(out), form_(form) {}

  void write(const MidiTrack& track) {
    const TrackEvent* event = track.begin();
    while (event != track.end()) {
      event = write_short_events(event, track.end());
      if (event != track.end()) write(*event++);
    }
    if (form_ == Form::valid) {
      write_delta(held_back_, {});
      write_body(EndOfTrack{});
    }
  }

 private:
  // Up to one that is written the other way.
  const TrackEvent* write_short_events(const TrackEvent* event, const TrackEvent* end) {
    if (held_back_ != 0) return event;
    constexpr std::ptrdiff_t block = 64;  // there is made room for so many at once
    ShortEventWriter writer(running_status_);
    const TrackEvent* const first = event;
    const TrackEvent* block_end = event;
    while (event == block_end && event != end) {
      block_end = event + std::min(block, end - event);
      std::uint8_t* out = out_.room(block * ShortEventWriter::longest + ShortEventWriter::slack);
      for (; event != block_end && ShortEventWriter::can_write(*event); ++event) {
        out = writer.write(out, *event);
      }
      out_.set_end(out);
    }
    if (event != first) running_status_ = last_status_ = writer.running_status();
    return event;
  }

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
        return write_long({meta_status, code}, event.data(), event.spelling());
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
    out_.append(event.data());
  }

  void write_channel(std::uint8_t status, std::span<const std::uint8_t> data, Spelling spelling) {
    const bool leave_out =
        form_ == Form::as_read && spelling.status_byte == StatusByte::left_out
            ? status == last_status_
            : spelling.status_byte != StatusByte::written && status == running_status_;
    if (!leave_out) out_.push_back(status);
    out_.append(data);
    running_status_ = last_status_ = status;
  }

  void write_long(std::initializer_list<std::uint8_t> lead, std::span<const std::uint8_t> payload,
                  Spelling spelling) {
    running_status_ = 0;
    if (payload.size() > largest_variable_length) {
      throw ValueError("an event of a MIDI file holds at most 268435455 bytes");
    }
    out_.append(std::span(lead.begin(), lead.size()));
    append_variable_length(out_, static_cast<std::uint32_t>(payload.size()), spelling.extra_length);
    out_.append(payload);
  }

  ByteSink& out_;
  Form form_;
  std::uint8_t running_status_ = 0;
  std::uint8_t last_status_ = 0;  // not cancelled by sysex and meta events
  std::int64_t held_back_ = 0;    // the time of what is left out
};

}  // namespace

void append_track(ByteSink& out, const MidiTrack& track) {
  const TrackLayout* layout = track.layout();
  const bool unchanged = layout != nullptr && content_of(track) == layout->content;
  out.append(smf::track_id);
  const std::size_t length_at = out.size();
  out.append_big_endian(0, 4);
  const std::size_t begin = out.size();
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
  detail::ByteSink data(0);
  detail::TrackWriter(data, detail::Form::as_read).write(track);
  return std::move(data).take();
}

}  // namespace mido::smf
