// SPDX-License-Identifier: MIT
#include "cli/file_maker.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "cli/event_line.hpp"
#include "cli/named_values.hpp"
#include "cli/status_bytes.hpp"
#include "cli/text_lines.hpp"
#include "mido/codec/event_text.hpp"
#include "mido/smf/track_data.hpp"

namespace mido::cli {

namespace {

using Words = std::span<const std::string_view>;

void append(Bytes& out, std::string_view text) { out.insert(out.end(), text.begin(), text.end()); }

void put_big_endian(std::span<std::uint8_t> out, std::size_t number) {
  for (std::uint8_t& byte : out)
    byte = static_cast<std::uint8_t>(number >> (8 * (&out.back() - &byte)));
}

void append_16(Bytes& out, unsigned number) {
  out.resize(out.size() + 2);
  put_big_endian(std::span(out).last(2), number);
}

}  // namespace

void FileMaker::add_line(Words words) {
  const std::string_view first = words.front();
  const Words rest = words.subspan(1);
  if (first == "midi") {
    begin_header(rest);
  } else if (first == "track") {
    begin_track(rest);
  } else if (first == "chunk") {
    begin_chunk(rest);
  } else if (first == "raw") {
    begin_raw(rest);
  } else if (first == "bytes") {
    add_bytes(rest);
  } else {
    add_event(words);
  }
}

Bytes FileMaker::finish() {
  end_part();
  if (!has_header_)
    throw Error("expected a line 'midi type=1 ticks_per_beat=480' before the tracks");
  if (tracks_at_) {
    if (tracks_ > largest_16) throw Error("a MIDI file holds at most 65535 tracks");
    put_big_endian(std::span(file_).subspan(*tracks_at_, 2), tracks_);
  }
  return std::move(file_);
}

void FileMaker::begin_header(Words attributes) {
  end_part();
  if (has_header_) throw Error("a second line 'midi': expected one");
  NamedValues named(attributes);
  declared_length_ = named.number("length", largest_32);
  const unsigned type = named.number("type", largest_16).value_or(1);
  const auto tracks = named.number("tracks", largest_16);
  const unsigned division = named.division();
  named.check_all_known(
      "type, ticks_per_beat, frame_rate and ticks_per_frame, division, tracks, length");
  append(file_, "MThd");
  length_at_ = file_.size();
  file_.resize(file_.size() + 4);
  append_16(file_, type);
  if (!tracks) tracks_at_ = file_.size();
  append_16(file_, tracks.value_or(0));
  append_16(file_, division);
  part_ = Part::header;
  has_header_ = true;
}

void FileMaker::begin_track(Words attributes) {
  end_part();
  if (!has_header_)
    throw Error("expected a line 'midi type=1 ticks_per_beat=480' before the tracks");
  NamedValues named(attributes);
  declared_length_ = named.number("length", largest_32);
  needs_end_ = !named.flag("no_end");
  has_running_status_ = !named.flag("no_running_status");
  named.check_all_known("length, no_end, no_running_status");
  append(file_, "MTrk");
  length_at_ = file_.size();
  file_.resize(file_.size() + 4);
  part_ = Part::track;
  tick_ = 0;
  ++tracks_;
}

void FileMaker::begin_chunk(Words attributes) {
  end_part();
  const bool has_id = attributes.size() == 1 && attributes[0].size() == 6 &&
                      attributes[0].front() == '"' && attributes[0].back() == '"';
  if (!has_id) throw Error("expected the four letters of the chunk, as in: chunk \"XFIH\"");
  append(file_, attributes[0].substr(1, 4));
  length_at_ = file_.size();
  file_.resize(file_.size() + 4);
  part_ = Part::chunk;
}

void FileMaker::begin_raw(Words attributes) {
  end_part();
  NamedValues(attributes).check_all_known("'bytes' in the lines that follow");
  part_ = Part::raw;
}

void FileMaker::add_bytes(Words numbers) {
  if (part_ == Part::none || part_ == Part::track) {
    throw Error("bytes stand after a line 'midi', 'chunk' or 'raw'");
  }
  for (const std::string_view number : numbers) {
    unsigned byte = 0;
    const char* end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, byte, 16);
    if (error != std::errc() || stop != end || byte > 0xFF) {
      throw Error(fmt::format("'{}': expected bytes as two hexadecimal digits", number));
    }
    file_.push_back(static_cast<std::uint8_t>(byte));
  }
}

void FileMaker::add_event(Words words) {
  if (part_ != Part::track) {
    throw Error(fmt::format(
        "'{}': expected midi, track, chunk, raw or bytes; an event stands after a line 'track'",
        words.front()));
  }
  const EventLine line(words);
  TrackEvent event = parse_event(line.event);
  if (line.tick) {
    if (*line.tick < tick_) {
      throw Error(fmt::format("@{}: expected a tick not before the last, @{}", *line.tick, tick_));
    }
    event.set_time(*line.tick - tick_);
  }
  tick_ += event.time().ticks();
  if (event.is<EndOfTrack>()) needs_end_ = false;
  const bool as_needed = event.spelling().status_byte == detail::StatusByte::as_needed;
  if (!has_running_status_ && as_needed && is_channel_message(event)) {
    event = with_status_byte(event, detail::StatusByte::written);
  }
  track_.push_back(std::move(event));
}

void FileMaker::end_part() {
  if (part_ == Part::track) end_track();
  if (part_ == Part::none || part_ == Part::raw) {
    part_ = Part::none;
    return;
  }
  part_ = Part::none;
  const std::size_t length = file_.size() - length_at_ - 4;
  put_big_endian(std::span(file_).subspan(length_at_, 4), declared_length_.value_or(length));
  declared_length_.reset();
}

void FileMaker::end_track() {
  if (needs_end_) track_.push_back(EndOfTrack{});
  const Bytes data = smf::track_data(track_);
  file_.insert(file_.end(), data.begin(), data.end());
  track_.clear();
}

Bytes make_file(std::string_view text, const std::string& name) {
  FileMaker maker;
  TextLines lines(text);
  try {
    while (const auto line = lines.next()) {
      const auto words = words_of(*line);
      if (!words.empty()) maker.add_line(words);
    }
    return maker.finish();
  } catch (const Error& error) {
    throw Error(fmt::format("{}:{}: {}", name, lines.number(), error.what()));
  }
}

}  // namespace mido::cli
