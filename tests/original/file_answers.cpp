// SPDX-License-Identifier: MIT
#include <array>
#include <sstream>
#include <string>

#include "answers.hpp"
#include "json.hpp"
#include "mido/codec/text.hpp"
#include "mido/smf/midi_file.hpp"
#include "mido/smf/print_tracks.hpp"

namespace original {

namespace {

using mido::MidiFile;
using mido::TrackEvent;

std::string field(std::string_view name, const std::string& json) {
  return "," + json_text(name) + ":" + json;
}

template <class Track>
std::string json_track(const Track& track) {
  return json_list(track, [](const TrackEvent& event) { return json_text(repr(event)); });
}

std::string json_seconds(mido::Seconds seconds) {
  return json_text(to_string(mido::Time(seconds)));
}

/// What the original can do with a file that is not of type 2.
std::string json_music(const MidiFile& file) {
  if (file.type == 2) return {};
  return field("merged", json_track(mido::merge_tracks(file.tracks))) +
         field("seconds", json_list(file.events(),
                                    [](const TrackEvent& event) {
                                      return json_seconds(mido::Seconds(event.time().seconds()));
                                    })) +
         field("length", json_seconds(file.length()));
}

/// The same file made anew: it is saved as a new one is, without memory of how it was read.
MidiFile copied(const MidiFile& file) {
  MidiFile result(file.type, file.division);
  for (const auto& track : file.tracks) {
    auto& copy = result.add_track();
    for (const TrackEvent& event : track) {
      event.visit([&](const auto& value) { copy.push_back(value, event.time()); });
    }
  }
  return result;
}

std::string json_saved(const MidiFile& file) try {
  return json_bytes(copied(file).to_bytes());
} catch (const mido::ValueError& error) {
  return "{\"error\":" + json_text(error.what()) + "}";
}

std::string json_faults(const MidiFile& file) {
  return json_list(file.diagnostics(),
                   [](const mido::Diagnostic& fault) { return json_text(to_string(fault.kind)); });
}

std::string json_file(const MidiFile& file) {
  std::ostringstream meta_messages;
  mido::print_tracks(file, meta_messages, true);
  return "{\"type\":" + std::to_string(int{file.type}) +
         field("division", std::to_string(file.division.raw())) +
         field("tracks", json_list(file.tracks, json_track<mido::MidiTrack>)) +
         field("meta_messages", json_text(meta_messages.str())) + json_music(file) +
         field("saved", json_saved(file)) + field("faults", json_faults(file)) + "}";
}

/// Strict first, as the original is; what is refused then is read in tolerant mode.
std::string file(Arguments arguments) try {
  return json_file(MidiFile(arguments[0]));
} catch (const mido::MidiParseError&) {
  return json_file(MidiFile(arguments[0], {.tolerant = true}));
}

std::string clipped_file(Arguments arguments) {
  return json_file(MidiFile(arguments[0], {.tolerant = true, .bad_data = mido::BadData::clip}));
}

}  // namespace

std::span<const Question> file_questions() {
  static constexpr std::array questions{Question{"file", file},
                                        Question{"clipped_file", clipped_file}};
  return questions;
}

}  // namespace original
