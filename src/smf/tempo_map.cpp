// SPDX-License-Identifier: MIT
#include "mido/smf/tempo_map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "mido/smf/midi_file.hpp"
#include "smf/changes.hpp"
#include "smf/synchronous.hpp"

namespace mido {

namespace {

// The last change that is at `key` or before; the first when there is none.
template <class Changes, class Key, class Projection>
std::size_t index_at(const Changes& changes, Key key, Projection projection) {
  const auto after = std::ranges::upper_bound(changes, key, {}, projection);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - changes.begin(), 1) - 1);
}

std::int64_t nearest(double value) noexcept {
  constexpr double limit = 0x1p62;  // beyond any tick
  if (std::isnan(value)) return 0;
  return std::llround(std::clamp(value, -limit, limit));
}

void check_count(const char* what, std::int64_t count) {
  constexpr int most = std::numeric_limits<std::int32_t>::max();
  if (count < 1 || count > most) detail::throw_out_of_range(what, 1, most);
}

}  // namespace

TempoMap::TempoMap(const MidiFile& file) : TempoMap(file.tracks, file.division) {
  detail::check_synchronous(file, "impossible to map the tempo");
}

TempoMap::TempoMap(std::span<const MidiTrack> tracks, Division division) : division_(division) {
  for (const auto& [tick, value] : detail::changes_of<SetTempo>(tracks)) {
    tempos_.push_back({tick, value.tempo});
  }
  for (const auto& [tick, value] : detail::changes_of<TimeSignature>(tracks)) {
    time_signatures_.push_back({tick, value});
  }
  place_tempos();
  if (has_beats()) place_bars();
}

void TempoMap::place_tempos() {
  moments_.resize(tempos_.size());
  for (std::size_t i = 1; i < tempos_.size(); ++i) moments_[i] = moment(i - 1, tempos_[i].tick);
}

TempoMap::Moment TempoMap::moment(std::size_t index, std::int64_t tick) const noexcept {
  const auto [numerator, denominator] = division_.tick_fraction(tempos_[index].tempo);
  const std::int64_t ticks = tick - tempos_[index].tick;
  const std::int64_t rest = moments_[index].rest + ticks % denominator * numerator;
  return {moments_[index].seconds + ticks / denominator * numerator + rest / denominator,
          rest % denominator};
}

Seconds TempoMap::seconds(const Moment& moment) const noexcept {
  const auto denominator = division_.tick_fraction(default_tempo).denominator;
  return Seconds(static_cast<double>(moment.seconds) +
                 static_cast<double>(moment.rest) / static_cast<double>(denominator));
}

Seconds TempoMap::seconds(std::int64_t tick) const noexcept {
  return seconds(moment(tempo_index(tick), tick));
}

std::int64_t TempoMap::tick(Seconds seconds) const noexcept {
  const auto index =
      index_at(moments_, seconds, [this](const Moment& moment) { return this->seconds(moment); });
  const auto [numerator, denominator] = division_.tick_fraction(tempos_[index].tempo);
  if (numerator == 0) return tempos_[index].tick;
  const Seconds since = seconds - this->seconds(moments_[index]);
  return tempos_[index].tick +
         nearest(since.count() * static_cast<double>(denominator) / static_cast<double>(numerator));
}

std::size_t TempoMap::tempo_index(std::int64_t tick) const noexcept {
  return index_at(tempos_, tick, &TempoChange::tick);
}

std::size_t TempoMap::time_signature_index(std::int64_t tick) const noexcept {
  return index_at(time_signatures_, tick, &TimeSignatureChange::tick);
}

Tempo TempoMap::tempo(std::int64_t tick) const noexcept { return tempos_[tempo_index(tick)].tempo; }

TimeSignature TempoMap::time_signature(std::int64_t tick) const noexcept {
  return time_signatures_[time_signature_index(tick)].time_signature;
}

TempoMap::Bars::Bars(const TimeSignature& time_signature, int ticks_per_beat) noexcept
    : beats(std::max(1, int{time_signature.numerator})), length(std::int64_t{4} * ticks_per_beat) {
  constexpr int most = 17;  // more parts than any whole note has ticks
  parts = std::min(length,
                   std::int64_t{1} << std::min<int>(time_signature.denominator.exponent(), most));
}

std::int64_t TempoMap::Bars::beat_at(std::int64_t ticks) const noexcept {
  return ticks / length * parts + ticks % length * parts / length;
}

std::int64_t TempoMap::Bars::ticks_to(std::int64_t beat) const noexcept {
  return beat / parts * length + (beat % parts * length + parts - 1) / parts;
}

void TempoMap::place_bars() {
  std::int64_t first = 1;
  std::int64_t tick = 0;
  for (const auto& change : time_signatures_) {
    if (!bars_.empty())
      first += bars_.back().beat_at(change.tick - tick - 1) / bars_.back().beats + 1;
    tick = change.tick;
    bars_.emplace_back(change.time_signature, *division_.ticks_per_beat()).first = first;
  }
}

void TempoMap::check_beats() const {
  if (!has_beats()) throw ValueError("a file with a SMPTE division has no bars and beats");
}

BarBeat TempoMap::position(std::int64_t tick) const {
  check_beats();
  if (tick < 0) throw ValueError("no bar is before the beginning");
  const std::size_t index = time_signature_index(tick);
  const Bars& bars = bars_[index];
  const std::int64_t ticks = tick - time_signatures_[index].tick;
  const std::int64_t beat = bars.beat_at(ticks);
  return {.bar = bars.first + beat / bars.beats,
          .beat = beat % bars.beats + 1,
          .tick = ticks - bars.ticks_to(beat)};
}

std::int64_t TempoMap::tick(const BarBeat& position) const {
  check_beats();
  check_count("bar", position.bar);
  check_count("beat", position.beat);
  const std::size_t index = index_at(bars_, position.bar, &Bars::first);
  const Bars& bars = bars_[index];
  const std::int64_t beat = (position.bar - bars.first) * bars.beats + position.beat - 1;
  return time_signatures_[index].tick + bars.ticks_to(beat) + position.tick;
}

}  // namespace mido
