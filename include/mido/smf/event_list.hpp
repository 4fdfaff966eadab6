// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include "mido/messages/track_event.hpp"

namespace mido::detail {

/// The events of a track, one after the other in memory: a vector that grows by moving bytes, since
/// an event may lie anywhere, that asks the system for big pages, and that does not look for
/// memory that events own where there can be none. Thread-safe: like a vector.
class EventList {
 public:
  EventList() = default;
  EventList(const EventList& other) : EventList(other.begin(), other.end()) {}
  EventList(EventList&& other) noexcept { swap(other); }
  EventList(const TrackEvent* first, const TrackEvent* last);
  EventList& operator=(EventList other) noexcept {
    swap(other);
    return *this;
  }
  ~EventList();

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
  [[nodiscard]] TrackEvent* begin() noexcept { return changeable(events_); }
  [[nodiscard]] TrackEvent* end() noexcept { return changeable(events_ + size_); }
  [[nodiscard]] const TrackEvent* begin() const noexcept { return events_; }
  [[nodiscard]] const TrackEvent* end() const noexcept { return events_ + size_; }

  [[nodiscard]] TrackEvent& operator[](std::size_t index) noexcept {
    return *changeable(events_ + index);
  }
  [[nodiscard]] const TrackEvent& operator[](std::size_t index) const noexcept {
    return events_[index];
  }
  [[nodiscard]] TrackEvent& front() noexcept { return *begin(); }
  [[nodiscard]] const TrackEvent& front() const noexcept { return *begin(); }
  [[nodiscard]] TrackEvent& back() noexcept { return *(end() - 1); }
  [[nodiscard]] const TrackEvent& back() const noexcept { return *(end() - 1); }

  /// Makes room for that many events in all. Throws std::bad_alloc.
  void reserve(std::size_t capacity);
  /// Gives memory back that is not used.
  void shrink_to_fit() noexcept;
  void clear() noexcept;

  void push_back(TrackEvent event) {
    if (size_ == capacity_) grow();
    if (event.owns_memory()) owners_end_ = std::max(owners_end_, size_ + 1);
    std::construct_at(events_ + size_++, std::move(event));
  }
  /// Where the next events can be made, within the capacity, that own no memory.
  [[nodiscard]] TrackEvent* room() noexcept { return events_ + size_; }
  /// Says where the list ends after that.
  void set_end(const TrackEvent* end) noexcept { size_ = static_cast<std::size_t>(end - events_); }
  /// Copies them behind its own; they may be its own.
  void append(const TrackEvent* first, const TrackEvent* last);
  void pop_back() noexcept { std::destroy_at(events_ + --size_); }
  TrackEvent* insert(const TrackEvent* before, TrackEvent event);
  TrackEvent* erase(const TrackEvent* event) noexcept { return erase(event, event + 1); }
  TrackEvent* erase(const TrackEvent* first, const TrackEvent* last) noexcept;

 private:
  static constexpr std::size_t anywhere = static_cast<std::size_t>(-1);

  // Whoever has it may put something there that owns memory.
  TrackEvent* changeable(TrackEvent* event) noexcept {
    owners_end_ = anywhere;
    return event;
  }
  void swap(EventList& other) noexcept {
    std::swap(events_, other.events_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(owners_end_, other.owners_end_);
  }
  void grow();
  void set_capacity(std::size_t capacity);

  TrackEvent* events_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  std::size_t owners_end_ = 0;  // events from this index on own no memory
};

}  // namespace mido::detail
