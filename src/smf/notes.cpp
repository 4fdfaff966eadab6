// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "mido/smf/midi_file.hpp"
#include "smf/paired_notes.hpp"

namespace mido {

namespace {

using detail::PairedNote;

// Notes that sound, in the order of their starts, as indices of a list.
class Queue {
 public:
  [[nodiscard]] bool empty() const { return first_ == notes_.size(); }
  void push(std::size_t note) { notes_.push_back(note); }
  void push(const Queue& other) {
    for (std::size_t i = other.first_; i < other.notes_.size(); ++i) push(other.notes_[i]);
  }
  std::size_t take(Pairing pairing) {
    if (pairing == Pairing::fifo) return notes_[first_++];
    const std::size_t note = notes_.back();
    notes_.pop_back();
    return note;
  }
  void clear() {
    notes_.clear();
    first_ = 0;
  }

 private:
  std::vector<std::size_t> notes_;
  std::size_t first_ = 0;  // those before it have been taken
};

// Those of one key and channel. A note_off takes the ones that began at its own tick last.
class Sounding {
 public:
  void start(std::size_t note, std::int64_t tick) {
    move_to(tick);
    fresh_.push(note);
  }
  std::optional<std::size_t> end_one(std::int64_t tick, Pairing pairing) {
    move_to(tick);
    Queue& notes = older_.empty() ? fresh_ : older_;
    if (notes.empty()) return std::nullopt;
    return notes.take(pairing);
  }

 private:
  void move_to(std::int64_t tick) {
    if (tick == tick_) return;
    tick_ = tick;
    if (older_.empty()) older_.clear();
    older_.push(fresh_);
    fresh_.clear();
  }

  std::int64_t tick_ = 0;
  Queue older_;
  Queue fresh_;
};

class NoteFinder {
 public:
  NoteFinder(std::size_t track, Pairing pairing) : track_(track), pairing_(pairing) {}

  std::vector<PairedNote> find(const MidiTrack& track) {
    notes_.reserve(track.size() / 2);
    for (; index_ < track.size(); ++index_) {
      tick_ += track[index_].time().ticks();
      read(track[index_]);
    }
    for (auto& [note, on, off] : notes_) {
      if (!note.ended) note.duration = tick_ - note.start;
    }
    return std::move(notes_);
  }

 private:
  void read(const TrackEvent& event) {
    if (event.kind() != detail::Kind::live) return;
    const auto on = event.get_if<NoteOn>();
    if (on && on->velocity > 0) {
      start(*on);
    } else if (on) {
      end({.channel = on->channel, .note = on->note});
    } else if (const auto off = event.get_if<NoteOff>()) {
      end(*off);
    }
  }

  void start(const NoteOn& on) {
    sounding(on.channel, on.note).start(notes_.size(), tick_);
    notes_.push_back({.note = {.start = tick_,
                               .channel = on.channel,
                               .note = on.note,
                               .velocity = on.velocity,
                               .track = track_,
                               .ended = false},
                      .on = index_,
                      .off = index_});
  }

  void end(const NoteOff& off) {
    const auto index = sounding(off.channel, off.note).end_one(tick_, pairing_);
    if (!index) return;
    notes_[*index].off = index_;
    NoteSpan& note = notes_[*index].note;
    note.duration = tick_ - note.start;
    note.release_velocity = off.velocity;
    note.ended = true;
  }

  Sounding& sounding(Channel channel, Note note) {
    return sounding_[static_cast<std::size_t>(channel) * keys + static_cast<std::size_t>(note)];
  }

  static constexpr std::size_t channels = Channel::max + 1;
  static constexpr std::size_t keys = Note::max + 1;

  std::size_t track_;
  Pairing pairing_;
  std::size_t index_ = 0;  // of the event in hand
  std::int64_t tick_ = 0;
  std::vector<PairedNote> notes_;
  std::vector<Sounding> sounding_ = std::vector<Sounding>(channels * keys);
};

}  // namespace

std::vector<PairedNote> detail::paired_notes(const MidiTrack& track, std::size_t index,
                                             Pairing pairing) {
  return NoteFinder(index, pairing).find(track);
}

std::vector<NoteSpan> notes(const MidiTrack& track, Pairing pairing) {
  std::vector<NoteSpan> result;
  for (const PairedNote& found : detail::paired_notes(track, 0, pairing)) {
    result.push_back(found.note);
  }
  return result;
}

std::vector<NoteSpan> notes(const MidiFile& file, Pairing pairing) {
  std::vector<NoteSpan> result;
  for (std::size_t i = 0; i < file.tracks.size(); ++i) {
    for (const PairedNote& found : detail::paired_notes(file.tracks[i], i, pairing)) {
      result.push_back(found.note);
    }
  }
  std::ranges::stable_sort(result, {}, &NoteSpan::start);
  return result;
}

}  // namespace mido
