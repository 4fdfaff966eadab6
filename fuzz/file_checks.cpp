// SPDX-License-Identifier: MIT
#include "fuzz/file_checks.hpp"

#include <algorithm>
#include <optional>
#include <sstream>

#include "fuzz/check.hpp"
#include "mido/mido.hpp"

namespace fuzz {

namespace {

using mido::BadData;
using mido::MidiFile;
using Span = std::span<const std::uint8_t>;

/// Nothing when it is no MIDI file.
std::optional<MidiFile> read(Span bytes, const mido::ReadOptions& options) {
  try {
    return MidiFile::from_bytes(bytes, options);
  } catch (const mido::MidiParseError& error) {
    check(error.offset() <= bytes.size(), "an error is inside of the file");
    return std::nullopt;
  }
}

/// SMF 1.0 asks readers to pass over chunks that they do not know: worth telling, and no fault.
bool is_harmless(const mido::Diagnostic& diagnostic) {
  return diagnostic.kind == mido::FaultKind::foreign_chunk;
}

void check_strict(const MidiFile& strict, const std::optional<MidiFile>& tolerant) {
  check(tolerant.has_value(), "what strict reading takes, tolerant reading takes");
  check(std::ranges::all_of(tolerant->diagnostics(), is_harmless),
        "strict reading throws where tolerant reading finds a fault");
  check(*tolerant == strict, "strict and tolerant reading give the same");
}

/// Goes through the file without storing it; `read(track, visit)` goes through a track.
template <class Read>
void check_walk(Span bytes, const MidiFile& file, Read read) {
  mido::Diagnostics diagnostics;
  mido::smf::Reader reader(bytes, &diagnostics);
  for (const mido::MidiTrack& stored : file.tracks) {
    auto track = reader.next_track();
    check(track.has_value(), "the reader gives every track");
    std::size_t events = 0;
    std::size_t last_offset = 0;
    read(*track, [&](const mido::smf::Event& event) {
      check(events < stored.size() && to_track_event(event) == stored[events],
            "the reader gives every event");
      check(event.offset > last_offset && event.offset < bytes.size(), "events have a place");
      last_offset = event.offset;
      ++events;
    });
    check(events == stored.size(), "the reader gives no event more");
  }
  check(!reader.next_track(), "the reader gives no track more");
  check(std::ranges::equal(diagnostics, file.diagnostics()), "the reader finds the same faults");
}

/// What people do with a file does not crash. Showing everything takes longer than reading it many
/// times, so only small files are shown.
void use(Span bytes, const MidiFile& file) {
  if (bytes.size() > 300) return;
  std::ostringstream text;
  mido::smf::trace(bytes, text);
  for (const mido::MidiTrack& track : file.tracks) {
    text << track.name();
    for (const mido::TrackEvent& event : track) text << event;
  }
  for (const mido::Diagnostic& diagnostic : file.diagnostics()) text << to_string(diagnostic);
  if (file.type == 2) return;
  const auto events = file.events();
  text << events.size() << file.length().count() << mido::merge_tracks(file.tracks).size();
}

bool has_raw_bytes(const MidiFile& file) {
  return std::ranges::any_of(file.tracks, [](const mido::MidiTrack& track) {
    return std::ranges::any_of(track,
                               [](const auto& e) { return e.template is<mido::RawEvent>(); });
  });
}

bool has_fault(const MidiFile& file, mido::FaultKind kind) {
  return std::ranges::any_of(file.diagnostics(), [=](const auto& d) { return d.kind == kind; });
}

/// Nothing when a file cannot hold it: what is left out leaves its time behind, which may then be
/// too much for one event.
std::optional<mido::Bytes> write(const MidiFile& file) {
  try {
    return file.to_bytes();
  } catch (const mido::ValueError&) {
    return std::nullopt;
  }
}

/// The same events in a new file, which does not know what they were read from.
void check_new_file(const MidiFile& file, bool is_sound) {
  MidiFile made(file.type, file.division);
  for (const auto& track : file.tracks) made.tracks.emplace_back(track.begin(), track.end());
  const auto bytes = write(made);
  const bool is_possible = file.type != 0 || file.tracks.size() == 1;
  check(bytes || !is_sound || !is_possible, "a sound file can be made anew");
  if (!bytes) return;
  // These faults are in the events themselves, and go with them.
  if (has_raw_bytes(file) || has_fault(file, mido::FaultKind::bad_meta) ||
      has_fault(file, mido::FaultKind::cancelled_status)) {
    return;
  }
  const auto again = read(*bytes, {});
  check(again.has_value(), "a new file is sound");
  check(!is_sound || again->tracks == file.tracks, "a new file has the same events");
}

/// Data bytes over 127 clipped or dropped: what is saved then is read as the same.
void check_bad_data(Span bytes, BadData bad_data) {
  const auto file = read(bytes, {.tolerant = true, .bad_data = bad_data});
  check(file.has_value(), "what becomes of bad data does not decide whether a file is read");
  const auto written = write(*file);
  if (!written) return;
  const auto again = read(*written, {.tolerant = true, .bad_data = bad_data});
  check(again.has_value(), "a file with bad data clipped or dropped is read again");
}

}  // namespace

void check_file(Span bytes) {
  const auto strict = read(bytes, {});
  const auto tolerant = read(bytes, {.tolerant = true});
  if (strict) check_strict(*strict, tolerant);
  if (!tolerant) return;
  check(tolerant->to_bytes() == mido::Bytes(bytes.begin(), bytes.end()), "no byte is lost");
  check_walk(bytes, *tolerant, [](auto& track, auto visit) { track.for_each(visit); });
  check_walk(bytes, *tolerant, [](auto& track, auto visit) {
    for (const mido::smf::Event& event : track) visit(event);
  });
  use(bytes, *tolerant);
  check_new_file(*tolerant, strict.has_value());
  check_bad_data(bytes, BadData::clip);
  check_bad_data(bytes, BadData::drop);
}

}  // namespace fuzz
