// SPDX-License-Identifier: MIT
#include "cli/look_ahead.hpp"

#include <algorithm>

#include "mido/messages/live_types.hpp"
#include "mido/messages/meta_types.hpp"

namespace mido::cli {

namespace {

constexpr Seconds unknown{std::numeric_limits<double>::infinity()};
constexpr Seconds shortest_beat{0.05};  // lines closer than this help nobody

}  // namespace

LookAhead::LookAhead(std::span<const TrackEvent> events) : unread_(events) {}

void LookAhead::move_to(Seconds from, Seconds until) {
  while (!unread_.empty()) {
    const TrackEvent& event = unread_.front();
    const Seconds when = position_ + Seconds(event.time().seconds());
    if (when > until) break;
    count_beats(when);
    position_ = when;
    read(event);
    unread_ = unread_.subspan(1);
  }
  if (!unread_.empty()) count_beats(until);
  std::erase_if(ended_, [&](const TimedNote& note) { return note.end < from; });
  std::erase_if(beats_, [&](const Beat& beat) { return beat.time < from; });
}

std::vector<TimedNote> LookAhead::notes() const {
  std::vector<TimedNote> result = ended_;
  for (std::size_t channel = 0; channel < starts_.size(); ++channel) {
    for (std::size_t key = 0; key < starts_[channel].size(); ++key) {
      if (const auto& start = starts_[channel][key]) {
        result.push_back({*start, unknown, static_cast<int>(channel), static_cast<int>(key)});
      }
    }
  }
  return result;
}

void LookAhead::read(const TrackEvent& event) {
  if (const auto on = event.get_if<NoteOn>()) {
    note_off(on->channel, on->note);
    if (on->velocity > 0) note_on(on->channel, on->note);
  } else if (const auto off = event.get_if<NoteOff>()) {
    note_off(off->channel, off->note);
  } else if (const auto tempo = event.get_if<SetTempo>()) {
    set_tempo(Seconds(tempo->tempo * 1e-6));
  } else if (const auto signature = event.get_if<TimeSignature>()) {
    set_time_signature(signature->numerator, signature->denominator.value());
  }
}

void LookAhead::note_on(int channel, int key) { start_of(channel, key) = position_; }

void LookAhead::note_off(int channel, int key) {
  auto& start = start_of(channel, key);
  if (start) ended_.push_back({*start, position_, channel, key});
  start.reset();
}

void LookAhead::set_tempo(Seconds quarter_note) {
  if (quarter_note <= Seconds::zero()) return;
  next_beat_ = position_ + (next_beat_ - position_) / quarter_note_ * quarter_note;
  quarter_note_ = quarter_note;
}

void LookAhead::set_time_signature(int numerator, double denominator) {
  beats_per_bar_ = std::max(numerator, 1);
  beats_per_quarter_ = denominator / 4;
  next_beat_ = position_;  // it always starts a bar
  beat_in_bar_ = 0;
}

void LookAhead::count_beats(Seconds until) {
  const Seconds beat = quarter_note_ / beats_per_quarter_;
  if (beat < shortest_beat) return;
  for (; next_beat_ < until; next_beat_ += beat) {
    beats_.push_back({.time = next_beat_, .starts_bar = beat_in_bar_ == 0});
    beat_in_bar_ = (beat_in_bar_ + 1) % beats_per_bar_;
  }
}

}  // namespace mido::cli
