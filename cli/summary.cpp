// SPDX-License-Identifier: MIT
#include "cli/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/gm_names.hpp"
#include "cli/survey.hpp"
#include "cli/text.hpp"
#include "mido/smf/tempo_map.hpp"

namespace mido::cli {

namespace {

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

std::int64_t ticks_of(const MidiTrack& track) {
  std::int64_t ticks = 0;
  for (const TrackEvent& event : track) ticks += event.time().ticks();
  return ticks;
}

class Counter {
 public:
  explicit Counter(Summary& file) : file_(file) {}

  TrackSummary count(const MidiTrack& track) {
    TrackSummary result{.name = printable(track.name()), .events = track.size()};
    for (const TrackEvent& event : track) {
      if (event.is_meta()) {
        count_meta(event);
      } else if (event.kind() == detail::Kind::live && event.code() < detail::first_system_status) {
        count_channel_message(event, result);
      }
    }
    return result;
  }

 private:
  void count_meta(const TrackEvent& event) {
    if (const auto tempo = event.get_if<SetTempo>()) {
      file_.tempos.push_back(tempo->tempo);
    } else if (const auto meter = event.get_if<TimeSignature>()) {
      const int numerator = meter->numerator;
      add_once(file_.meters, fmt::format("{}/{:g}", numerator, meter->denominator.value()));
    } else if (const auto key = event.get_if<KeySignature>()) {
      add_once(file_.keys, std::string(key->key.name()));
    } else if (const auto copyright = event.get_if<Copyright>()) {
      add_once(file_.copyrights, printable(copyright->text));
    }
    if (event.is<Marker>()) ++file_.markers;
    if (event.is<Lyrics>()) ++file_.lyrics;
  }

  static void count_channel_message(const TrackEvent& event, TrackSummary& track) {
    const unsigned channel = event.code() & 0x0FU;
    track.channels.set(channel);
    if (const auto note = event.get_if<NoteOn>()) {
      if (note->velocity > 0) ++track.notes;
      if (channel == drum_channel) add_once(track.instruments, "Drums");
    } else if (const auto change = event.get_if<ProgramChange>()) {
      if (channel != drum_channel) {
        add_once(track.instruments, std::string(gm_name(change->program)));
      }
    }
  }

  Summary& file_;
};

}  // namespace

Summary summarize(const MidiFile& file) {
  Summary result;
  Counter counter(result);
  for (const MidiTrack& track : file.tracks) result.tracks.push_back(counter.count(track));
  return result;
}

std::size_t count_events(const MidiFile& file) noexcept {
  std::size_t events = 0;
  for (const MidiTrack& track : file.tracks) events += track.size();
  return events;
}

Seconds length_of(const MidiFile& file) {
  if (file.type != 2) {
    std::int64_t longest = 0;
    for (const MidiTrack& track : file.tracks) longest = std::max(longest, ticks_of(track));
    return TempoMap(file).seconds(longest);
  }
  Seconds total{};
  for (const MidiTrack& track : file.tracks) {
    total += TempoMap(track, file.division).seconds(ticks_of(track));
  }
  return total;
}

}  // namespace mido::cli
