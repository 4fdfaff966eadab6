// SPDX-License-Identifier: MIT
#include "cli/roll_music.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "cli/errors.hpp"
#include "cli/gm_names.hpp"
#include "cli/roll_lines.hpp"
#include "cli/survey.hpp"
#include "cli/text.hpp"
#include "mido/smf/notes.hpp"
#include "mido/smf/units.hpp"

namespace mido::cli {

namespace {

/// The tracks that are to be shown; the others are left empty, so that the numbers stay.
MidiFile chosen(const MidiFile& file, const std::vector<std::size_t>& tracks) {
  for (const std::size_t track : tracks) {
    if (track >= file.tracks.size()) {
      throw UsageError(
          fmt::format("roll: there is no track {}; the last is {}", track, file.tracks.size() - 1));
    }
  }
  MidiFile result(1, file.division);
  result.tracks.resize(file.tracks.size());
  for (std::size_t i = 0; i < file.tracks.size(); ++i) {
    const bool wanted = tracks.empty() || std::ranges::find(tracks, i) != tracks.end();
    if (wanted) result.tracks[i] = file.tracks[i];
  }
  return result;
}

/// The track to show of a type 2 file, whose tracks have a time of their own each.
std::vector<std::size_t> one_pattern(const MidiFile& file, const std::vector<std::size_t>& tracks) {
  if (tracks.size() > 1) {
    throw UsageError("roll: the tracks of a type 2 file are independent: choose one");
  }
  if (!tracks.empty()) return tracks;
  for (std::size_t i = 0; i < file.tracks.size(); ++i) {
    if (!notes(file.tracks[i]).empty()) return {i};
  }
  return {0};
}

class Collector {
 public:
  Collector(const MidiFile& shown, const TempoMap& tempos, RollMusic& music)
      : file_(shown), tempos_(tempos), music_(music) {}

  void collect() {
    const auto spans = notes(file_);
    collect_programs();
    by_channel_ = std::ranges::all_of(
        spans, [&](const NoteSpan& note) { return note.track == spans.front().track; });
    collect_parts(spans);
    for (const NoteSpan& note : spans) {
      music_.notes.push_back({.start = note.start,
                              .end = note.end(),
                              .part = parts_.at(owner_of(note)),
                              .channel = note.channel,
                              .key = note.note,
                              .velocity = note.velocity});
    }
    collect_texts();
    for (const auto& [tick, tempo] : tempos_.tempos()) {
      music_.tempos.push_back({tick, fmt::format("{:.4g}", tempo2bpm(tempo))});
    }
    for (const auto& [tick, meter] : tempos_.time_signatures()) {
      music_.meters.push_back(
          {tick, fmt::format("{}/{:g}", int{meter.numerator}, meter.denominator.value())});
    }
  }

 private:
  void collect_programs() {
    for (const MidiTrack& track : file_.tracks) {
      for (const TrackEvent& event : track) {
        const auto change = event.get_if<ProgramChange>();
        if (change) programs_.emplace(change->channel, change->program);  // the first counts
      }
    }
  }

  /// The track, or the channel.
  [[nodiscard]] std::size_t owner_of(const NoteSpan& note) const {
    return by_channel_ ? static_cast<std::size_t>(int{note.channel}) : note.track;
  }

  void collect_parts(std::span<const NoteSpan> spans) {
    std::map<std::size_t, std::string> names;
    for (const NoteSpan& note : spans) {
      auto& name = names[owner_of(note)];
      if (!name.empty()) continue;
      if (!by_channel_) name = printable(file_.tracks[note.track].name());
      if (name.empty()) name = instrument(note.channel);
    }
    for (auto& [owner, name] : names) {
      parts_.emplace(owner, music_.parts.size());
      music_.parts.push_back({std::move(name)});
    }
  }

  std::string instrument(int channel) const {
    if (channel == drum_channel) return "Drums";
    const auto program = programs_.find(channel);
    return std::string(gm_name(program == programs_.end() ? 0 : program->second));
  }

  void collect_texts() {
    for (const MidiTrack& track : file_.tracks) {
      std::int64_t tick = 0;
      for (const TrackEvent& event : track) {
        tick += event.time().ticks();
        if (!event.is_meta()) continue;
        if (const auto marker = event.get_if<Marker>()) {
          music_.markers.push_back({tick, printable(marker->text)});
        } else if (const auto lyrics = event.get_if<Lyrics>()) {
          music_.lyrics.push_back({tick, printable(lyrics->text)});
        }
      }
    }
    std::ranges::stable_sort(music_.markers, {}, &RollText::tick);
    std::ranges::stable_sort(music_.lyrics, {}, &RollText::tick);
  }

  const MidiFile& file_;
  const TempoMap& tempos_;
  RollMusic& music_;
  bool by_channel_ = false;
  std::map<int, int> programs_;               // of each channel
  std::map<std::size_t, std::size_t> parts_;  // by track or channel
};

void cut(std::vector<RollText>& texts, std::int64_t first, std::int64_t last) {
  std::erase_if(
      texts, [&](const RollText& t) { return t.tick < first || t.tick >= last || t.text.empty(); });
}

/// What holds at the beginning is said there.
void cut_changes(std::vector<RollText>& changes, std::int64_t first, std::int64_t last) {
  const auto after =
      std::ranges::find_if(changes, [&](const RollText& c) { return c.tick > first; });
  if (after != changes.begin()) std::prev(after)->tick = first;
  cut(changes, first, last);
}

void cut(RollMusic& music) {
  const auto is_outside = [&](const RollNote& note) {
    return note.end <= music.first || note.start >= music.last;
  };
  std::erase_if(music.notes, is_outside);
  for (RollNote& note : music.notes) {
    note.start = std::max(note.start, music.first);
    note.end = std::min(note.end, music.last);
  }
  cut_changes(music.tempos, music.first, music.last);
  cut_changes(music.meters, music.first, music.last);
  cut(music.markers, music.first, music.last);
  cut(music.lyrics, music.first, music.last);
}

}  // namespace

RollMusic roll_music(const MidiFile& file, const std::string& title, const RollChoice& choice) {
  const MidiFile shown =
      chosen(file, file.type == 2 ? one_pattern(file, choice.tracks) : choice.tracks);
  // The tempos are those of the whole song, whichever tracks are shown.
  const TempoMap tempos(file.type == 2 ? shown.tracks : file.tracks, file.division);
  RollMusic music{.title = title};
  Collector(shown, tempos, music).collect();
  std::int64_t end = 0;
  for (const RollNote& note : music.notes) end = std::max(end, note.end);
  if (music.notes.empty()) throw Error("there are no notes to show");
  music.first = choice.from.empty() ? 0 : tick_of(choice.from, tempos, false);
  music.last = choice.to.empty() ? end_of_bar(end, tempos) : tick_of(choice.to, tempos, true);
  if (music.first >= music.last) throw UsageError("roll: --from must be before --to");
  cut(music);
  if (file.division.is_smpte()) music.tempos.clear(), music.meters.clear();
  music.lines = lines_of(music.first, music.last, tempos);
  return music;
}

}  // namespace mido::cli
