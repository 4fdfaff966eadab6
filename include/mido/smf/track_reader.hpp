// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>

#include "mido/smf/cursor.hpp"
#include "mido/smf/diagnostics.hpp"
#include "mido/smf/event.hpp"
#include "mido/smf/short_events.hpp"

namespace mido::smf {

/// The events of one track chunk, one after the other. Nothing is copied.
/// Thread-safe: no. Realtime-safe: yes, but for a fault, which throws or allocates.
class TrackReader {
 public:
  TrackReader(std::span<const std::uint8_t> bytes, std::size_t offset, std::size_t track,
              detail::Faults faults = {}) noexcept
      : cursor_(bytes, offset), track_(track), size_(bytes.size()), faults_(faults) {}

  /// From 0.
  [[nodiscard]] std::size_t index() const noexcept { return track_; }
  /// Bytes of the whole chunk.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Where the next event begins in the file.
  [[nodiscard]] std::size_t offset() const noexcept { return cursor_.offset(); }
  /// Bytes of the chunk that are still to be read.
  [[nodiscard]] std::size_t left() const noexcept { return cursor_.left(); }
  /// Whether the event read last was the end_of_track.
  [[nodiscard]] bool at_end_of_track() const noexcept { return ended_; }

  /// Reads the next event; false at the end of the track. In strict mode a fault throws
  /// MidiParseError; in tolerant mode it is kept, with its damage, to the event it is in.
  bool next(Event& event);

  /// Calls `visit(const smf::Event&)` with every event that is left: the same events and faults as
  /// next() gives, and the fastest way to them.
  template <class Visit>
  void for_each(Visit&& visit);
  /// The same for who makes less of an event than an smf::Event: calls `visit_short(const
  /// detail::ShortEvent&)` for those that are found the fast way.
  template <class VisitShort, class Visit>
  void for_each(VisitShort&& visit_short, Visit&& visit);

  /// `for (const smf::Event& event : track)`
  class Iterator;
  [[nodiscard]] Iterator begin();
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  template <class VisitShort>
  void read_short_events(detail::ShortEventReader& reader, VisitShort& visit);
  bool end_track();
  /// One with a delta time of one byte, a status byte and a short payload, as most are that are no
  /// ShortEvent. False, and nothing read, for whatever is unusual about it.
  bool read_usual_event(Event& event);
  bool read_usual_meta(Event& event, std::span<const std::uint8_t> rest);
  bool read_usual_message(Event& event, std::span<const std::uint8_t> rest);
  bool read_delta(Event& event);
  void read_body(Event& event);
  void read_running_status(Event& event);
  void read_channel_message(Event& event);
  void read_meta(Event& event);
  void read_sysex(Event& event);
  void read_system_message(Event& event);
  bool read_payload(Event& event);
  void read_stray_bytes(Event& event);
  void cut_off(Event& event);
  void take_rest(Event& event, std::uint8_t junk, std::size_t from) noexcept;
  void report(FaultKind kind, std::size_t offset, const char* detail) const;

  detail::Cursor cursor_;
  std::size_t track_;
  std::size_t size_;
  detail::Faults faults_;
  std::int64_t tick_ = 0;
  std::size_t body_ = 0;             // where the event under way begins after its delta time
  std::uint8_t running_status_ = 0;  // 0 when there is none
  std::uint8_t last_status_ = 0;     // the same, but not cancelled by sysex and meta events
  bool ended_ = false;
  bool told_of_the_end_ = false;
};

class TrackReader::Iterator {
 public:
  using value_type = Event;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  explicit Iterator(TrackReader& track) : track_(&track) { ++*this; }
  [[nodiscard]] const Event& operator*() const noexcept { return event_; }
  [[nodiscard]] const Event* operator->() const noexcept { return &event_; }
  Iterator& operator++() {
    if (!track_->next(event_)) track_ = nullptr;
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept {
    return it.track_ == nullptr;
  }

 private:
  TrackReader* track_ = nullptr;
  Event event_{};
};

inline TrackReader::Iterator TrackReader::begin() { return Iterator(*this); }

template <class Visit>
void TrackReader::for_each(Visit&& visit) {
  const std::uint8_t* const start = cursor_.rest().data();
  const std::size_t offset = cursor_.offset();
  for_each(
      [&visit, start, offset](const detail::ShortEvent& event) {
        visit(Event{.status = event.status(),
                    .spelling = event.spelling(),
                    .delta = event.delta,
                    .data = {event.data(), 2},
                    .offset = offset + static_cast<std::size_t>(event.position - start)});
      },
      visit);
}

template <class VisitShort, class Visit>
void TrackReader::for_each(VisitShort&& visit_short, Visit&& visit) {
  detail::ShortEventReader short_events;
  Event event;
  do {
    read_short_events(short_events, visit_short);
    if (!read_usual_event(event) && !next(event)) return;
    visit(std::as_const(event));
  } while (true);
}

template <class VisitShort>
void TrackReader::read_short_events(detail::ShortEventReader& reader, VisitShort& visit) {
  if (cursor_.at_end()) return;
  if (ended_ && !told_of_the_end_) return;  // the next event is a fault
  const auto rest = cursor_.rest();
  std::int64_t tick = tick_;
  reader.read(rest.data(), rest.data() + rest.size(), running_status_,
              [&](const detail::ShortEvent& event) {
                tick += event.delta;
                visit(event);
              });
  tick_ = tick;
  cursor_.go_on_to(reader.position());
  if (reader.status() != 0) running_status_ = last_status_ = reader.status();
}

}  // namespace mido::smf
