// SPDX-License-Identifier: MIT
#include <cmath>

#include "mido/smf/transform.hpp"
#include "smf/track_with_ticks.hpp"

namespace mido {

namespace {

int ticks_per_beat_of(Division division) {
  if (division.is_smpte()) throw ValueError("a SMPTE division has no ticks per beat");
  return *division.ticks_per_beat();
}

struct Ratio {
  std::int64_t to;
  std::int64_t from;

  // The nearest integer, without the product of the two growing out of 64 bits.
  [[nodiscard]] std::int64_t of(std::int64_t tick) const {
    return tick / from * to + (tick % from * to + from / 2) / from;
  }
};

// What is rounded is the time since the beginning: of delta times the errors would add up.
MidiTrack rescaled(const MidiTrack& track, Ratio ratio) {
  detail::TrackWithTicks result;
  result.track.reserve(track.size());
  std::int64_t tick = 0;
  for (const TrackEvent& event : track) result.add(ratio.of(tick += event.time().ticks()), event);
  return std::move(result.track);
}

Tempo faster(Tempo tempo, double factor) {
  const double wanted = std::nearbyint(tempo / factor);
  const bool fits = wanted <= Tempo::max && (wanted >= 1 || tempo == 0);
  if (!fits) detail::throw_out_of_range("tempo", 1, Tempo::max);
  return checked(static_cast<int>(wanted));
}

// Whether the track has a tempo at its beginning.
bool scale_tempos(MidiTrack& track, double factor) {
  bool at_beginning = false;
  std::int64_t tick = 0;
  for (TrackEvent& event : track) {
    tick += event.time().ticks();
    const auto tempo = event.get_if<SetTempo>();
    if (!tempo) continue;
    event = TrackEvent(SetTempo{.tempo = faster(tempo->tempo, factor)}, event.time());
    at_beginning = at_beginning || tick == 0;
  }
  return at_beginning;
}

}  // namespace

MidiFile rescale(const MidiFile& file, Division ticks_per_beat) {
  const Ratio ratio{.to = ticks_per_beat_of(ticks_per_beat),
                    .from = ticks_per_beat_of(file.division)};
  MidiFile result = file;
  if (ratio.to == ratio.from) return result;
  result.division = ticks_per_beat;
  for (MidiTrack& track : result.tracks) track = rescaled(track, ratio);
  return result;
}

MidiFile scale_tempo(const MidiFile& file, double factor) {
  (void)ticks_per_beat_of(file.division);
  if (!(factor > 0)) throw ValueError("factor must be above 0");
  MidiFile result = file;
  const TrackEvent first_tempo = SetTempo{.tempo = faster(default_tempo, factor)};
  bool has_tempo = false;
  for (MidiTrack& track : result.tracks) {
    const bool track_has = scale_tempos(track, factor);
    if (file.type == 2 && !track_has) track.insert(track.begin(), first_tempo);
    has_tempo = has_tempo || track_has;
  }
  if (file.type == 2 || has_tempo) return result;
  if (result.tracks.empty()) return result;
  MidiTrack& first = result.tracks.front();
  first.insert(first.begin(), first_tempo);
  return result;
}

}  // namespace mido
