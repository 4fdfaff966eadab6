// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mido/messages/track_event.hpp"
#include "mido/smf/event_list.hpp"
#include "mido/smf/track_layout.hpp"

namespace mido {

/// A track: a list of events, the time of each in ticks since the one before.
/// Thread-safe: like a vector.
class MidiTrack {
 public:
  using value_type = TrackEvent;
  using iterator = TrackEvent*;
  using const_iterator = const TrackEvent*;

  MidiTrack() = default;
  MidiTrack(std::initializer_list<TrackEvent> events) : events_(events.begin(), events.end()) {}
  template <std::input_iterator Iterator, std::sentinel_for<Iterator> Sentinel>
  MidiTrack(Iterator first, Sentinel last) {
    for (; first != last; ++first) events_.push_back(TrackEvent(*first));
  }

  /// The text of the first track_name, as the bytes of the file; empty when there is none.
  [[nodiscard]] std::string name() const;
  /// Changes the first track_name, or adds one at the beginning with a delta time of 0.
  void set_name(std::string_view name);

  /// Appends an event; the second form with that delta time, whatever the message had:
  /// `track.push_back(NoteOn{.note = 60}, 480)`.
  void push_back(TrackEvent event) { events_.push_back(std::move(event)); }
  void push_back(TrackEvent event, Time delta) {
    event.set_time(delta);
    events_.push_back(std::move(event));
  }

  void pop_back() noexcept { events_.pop_back(); }

  /// Appends all events of a range: a track, a list of messages. The range is not of this track.
  template <std::ranges::input_range Range>
  void extend(Range&& events) {
    for (auto&& event : events) events_.push_back(TrackEvent(std::forward<decltype(event)>(event)));
  }
  MidiTrack& operator+=(const MidiTrack& other);
  /// The one after the other, as `track + track` and `track * 3`.
  [[nodiscard]] friend MidiTrack operator+(MidiTrack a, const MidiTrack& b) {
    a += b;
    return a;
  }
  [[nodiscard]] friend MidiTrack operator*(const MidiTrack& track, std::size_t times) {
    MidiTrack result;
    for (; times > 0; --times) result += track;
    return result;
  }

  /// The events with the indices first..last - 1, as far as there are any; with their delta times.
  [[nodiscard]] MidiTrack slice(std::size_t first, std::size_t last = npos) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  [[nodiscard]] bool empty() const noexcept { return events_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return events_.size(); }
  void reserve(std::size_t size) { events_.reserve(size); }
  void shrink_to_fit() noexcept { events_.shrink_to_fit(); }
  void clear() noexcept { events_.clear(); }
  [[nodiscard]] TrackEvent& operator[](std::size_t index) noexcept { return events_[index]; }
  [[nodiscard]] const TrackEvent& operator[](std::size_t index) const noexcept {
    return events_[index];
  }
  [[nodiscard]] TrackEvent& front() noexcept { return events_.front(); }
  [[nodiscard]] const TrackEvent& front() const noexcept { return events_.front(); }
  [[nodiscard]] TrackEvent& back() noexcept { return events_.back(); }
  [[nodiscard]] const TrackEvent& back() const noexcept { return events_.back(); }
  [[nodiscard]] iterator begin() noexcept { return events_.begin(); }
  [[nodiscard]] iterator end() noexcept { return events_.end(); }
  [[nodiscard]] const_iterator begin() const noexcept { return events_.begin(); }
  [[nodiscard]] const_iterator end() const noexcept { return events_.end(); }
  iterator insert(const_iterator before, TrackEvent event) {
    return events_.insert(before, std::move(event));
  }
  iterator erase(const_iterator event) { return events_.erase(event); }
  iterator erase(const_iterator first, const_iterator last) { return events_.erase(first, last); }

  /// Same events; how a file wrote them does not count.
  friend bool operator==(const MidiTrack& a, const MidiTrack& b) noexcept {
    return std::ranges::equal(a, b);
  }

  /// For the reader and the writer of files.
  [[nodiscard]] static MidiTrack from_events(detail::EventList events) noexcept {
    MidiTrack track;
    track.events_ = std::move(events);
    return track;
  }
  [[nodiscard]] const detail::TrackLayout* layout() const noexcept { return layout_.get(); }
  void set_layout(const detail::TrackLayout& layout) {
    layout_ = std::make_shared<const detail::TrackLayout>(layout);
  }

 private:
  detail::EventList events_;
  std::shared_ptr<const detail::TrackLayout> layout_;  // none for a track without faults
};

/// When each event of a track comes, in ticks since the beginning.
[[nodiscard]] std::vector<std::int64_t> absolute_ticks(const MidiTrack& track);

/// All events of all tracks in playback order with delta times, as if in one track. Events at the
/// same tick keep the order of the tracks; every end_of_track is taken out and one is put at the
/// end of the longest track.
[[nodiscard]] MidiTrack merge_tracks(std::span<const MidiTrack> tracks);

}  // namespace mido
