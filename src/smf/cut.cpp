// SPDX-License-Identifier: MIT
#include "mido/smf/cut.hpp"

#include <algorithm>
#include <utility>

#include "mido/smf/tempo_map.hpp"
#include "smf/chase.hpp"
#include "smf/merge.hpp"
#include "smf/paired_notes.hpp"
#include "smf/track_with_ticks.hpp"

namespace mido {

namespace {

using detail::PairedNote;

struct Range {
  std::int64_t begin;
  std::int64_t end;       // what is asked for
  std::int64_t real_end;  // what there is

  [[nodiscard]] bool is_empty() const { return begin == real_end; }
};

// One track of the cut.
class TrackCutter {
 public:
  TrackCutter(const MidiTrack& track, std::size_t index, const Range& range)
      : source_(track), notes_(detail::paired_notes(track, index)), range_(range) {}

  MidiTrack cut(const std::vector<TrackEvent>& restored, const CutOptions& options) && {
    left_out_.resize(source_.size());
    for (const TrackEvent& event : restored) add(range_.begin, event);
    take_notes_from_before(options);
    copy_events();
    end_notes();
    add(range_.real_end, EndOfTrack{});
    return std::move(result_.track);
  }

 private:
  void add(std::int64_t tick, const TrackEvent& event) { result_.add(tick - range_.begin, event); }

  void take_notes_from_before(const CutOptions& options) {
    for (const PairedNote& found : notes_) {
      if (found.note.start >= range_.begin) continue;
      if (options.restrike_notes && found.note.end() > range_.begin && !range_.is_empty()) {
        add(range_.begin, source_[found.on]);
        sounding_.push_back(&found);
      } else if (found.note.ended) {
        left_out_[found.off] = true;
      }
    }
  }

  void copy_events() {
    std::int64_t tick = 0;
    for (std::size_t i = 0; i < source_.size(); ++i) {
      tick += source_[i].time().ticks();
      if (tick >= range_.end) return;
      if (tick < range_.begin || left_out_[i] || source_[i].is<EndOfTrack>()) continue;
      add(tick, source_[i]);
    }
  }

  void end_notes() {
    for (const PairedNote& found : notes_) {
      if (found.note.start >= range_.begin && found.note.start < range_.end) {
        sounding_.push_back(&found);
      }
    }
    for (const PairedNote* found : sounding_) {
      const NoteSpan& note = found->note;
      if (note.ended && note.end() < range_.end) continue;  // its note_off is there
      add(std::min(note.end(), range_.real_end),
          NoteOff{.channel = note.channel, .note = note.note, .velocity = note.release_velocity});
    }
  }

  const MidiTrack& source_;
  std::vector<PairedNote> notes_;
  Range range_;
  std::vector<bool> left_out_;               // which events
  std::vector<const PairedNote*> sounding_;  // in the cut
  detail::TrackWithTicks result_;
};

// Tracks that start together.
void cut_tracks(std::span<MidiTrack> tracks, std::int64_t begin, std::int64_t end,
                const CutOptions& options) {
  const detail::Chase chase(tracks, begin);
  const std::int64_t real_end = std::clamp(detail::end_tick(tracks), begin, end);
  std::vector<MidiTrack> result;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    result.push_back(
        TrackCutter(tracks[i], i, {begin, end, real_end}).cut(chase.restore(i), options));
  }
  std::ranges::move(result, tracks.begin());
}

}  // namespace

MidiFile cut(const MidiFile& file, std::int64_t begin, std::int64_t end,
             const CutOptions& options) {
  if (begin < 0 || begin > end) throw ValueError("a cut begins at 0 or later and before its end");
  MidiFile result = file;
  if (file.type != 2) {
    cut_tracks(result.tracks, begin, end, options);
  } else {
    for (MidiTrack& track : result.tracks) cut_tracks({&track, 1}, begin, end, options);
  }
  return result;
}

MidiFile cut(const MidiFile& file, Seconds begin, Seconds end, const CutOptions& options) {
  const TempoMap map(file);
  return cut(file, map.tick(begin), map.tick(end), options);
}

}  // namespace mido
