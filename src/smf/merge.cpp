// SPDX-License-Identifier: MIT
#include "smf/merge.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace mido::detail {

namespace {

const TrackEvent& end_of_track() {
  static const TrackEvent event{EndOfTrack{}};
  return event;
}

bool goes_back(const MidiTrack& track) {
  return std::ranges::any_of(track, [](const TrackEvent& e) { return e.time().ticks() < 0; });
}

MidiTrack in_order(MidiTrack track) {
  std::int64_t tick = 0;
  for (TrackEvent& event : track) event.set_time(tick += event.time().ticks());
  std::ranges::stable_sort(track, {}, [](const TrackEvent& e) { return e.time().ticks(); });
  tick = 0;
  for (TrackEvent& event : track) {
    const std::int64_t last = std::exchange(tick, event.time().ticks());
    event.set_time(tick - last);
  }
  return track;
}

}  // namespace

Merge::Merge(std::span<const MidiTrack> tracks) : end_{.event = &end_of_track()} {
  heads_.reserve(tracks.size());
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const bool sound = !goes_back(tracks[i]);
    add(sound ? tracks[i] : sorted_.emplace_back(in_order(tracks[i])), i);
  }
  // Smallest first is what a heap calls greatest first.
  std::ranges::make_heap(heads_, [](const Head& a, const Head& b) { return b < a; });
}

void Merge::add(std::span<const TrackEvent> track, std::size_t index) {
  Head head{.track = index, .next = track.data(), .end = track.data() + track.size()};
  if (head.find_event()) {
    heads_.push_back(head);
  } else {
    extend_end(head);
  }
}

bool Merge::Head::find_event() {
  for (; next != end; ++next) {
    tick += next->time().ticks();
    if (!next->is_meta() || !next->is<EndOfTrack>()) return true;
  }
  return false;
}

void Merge::extend_end(const Head& head) {
  if (head.tick <= end_.tick) return;
  end_.tick = head.tick;
  end_.track = head.track;
}

bool Merge::next() {
  if (heads_.empty()) {
    event_ = std::exchange(end_, {});
    return event_.event != nullptr;
  }
  Head& first = heads_.front();
  event_ = {.tick = first.tick, .track = first.track, .event = first.next++};
  if (!first.find_event()) drop_first();
  put_first_in_place();
  return true;
}

void Merge::drop_first() {
  extend_end(heads_.front());
  heads_.front() = heads_.back();
  heads_.pop_back();
}

// As std::pop_heap and std::push_heap, but done at once where the track goes on being the next.
void Merge::put_first_in_place() {
  for (std::size_t at = 0;;) {
    std::size_t child = 2 * at + 1;
    if (child >= heads_.size()) return;
    if (child + 1 < heads_.size() && heads_[child + 1] < heads_[child]) ++child;
    if (!(heads_[child] < heads_[at])) return;
    std::swap(heads_[child], heads_[at]);
    at = child;
  }
}

std::int64_t end_tick(std::span<const MidiTrack> tracks) {
  std::int64_t end = 0;
  for (const MidiTrack& track : tracks) {
    const auto add = [](std::int64_t sum, const TrackEvent& e) { return sum + e.time().ticks(); };
    end = std::max(end, std::accumulate(track.begin(), track.end(), std::int64_t{0}, add));
  }
  return end;
}

std::size_t event_count(std::span<const MidiTrack> tracks) {
  const auto add = [](std::size_t sum, const MidiTrack& track) { return sum + track.size(); };
  return std::accumulate(tracks.begin(), tracks.end(), std::size_t{0}, add);
}

}  // namespace mido::detail
