// SPDX-License-Identifier: MIT
#include "mido/smf/event_list.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

#include "smf/event_memory.hpp"

namespace mido::detail {

namespace {

constexpr std::size_t most_events = std::numeric_limits<std::ptrdiff_t>::max() / sizeof(TrackEvent);
constexpr std::size_t least_capacity = 16;

// An event is its 16 bytes wherever they lie: a pointer to a block that others may share, or no
// pointer at all.
void move_bytes(TrackEvent* to, const TrackEvent* from, const TrackEvent* end) noexcept {
  const auto size = static_cast<std::size_t>(end - from) * sizeof(TrackEvent);
  if (size != 0) std::memmove(static_cast<void*>(to), static_cast<const void*>(from), size);
}

}  // namespace

EventList::EventList(const TrackEvent* first, const TrackEvent* last) {
  reserve(static_cast<std::size_t>(last - first));
  set_end(std::uninitialized_copy(first, last, events_));
  owners_end_ = size_;
}

EventList::~EventList() {
  clear();
  free_event_memory(events_);
}

void EventList::reserve(std::size_t capacity) {
  if (capacity > capacity_) set_capacity(capacity);
}

void EventList::shrink_to_fit() noexcept {
  // The end of a big block was never touched, and takes no memory.
  constexpr std::size_t big = (std::size_t{1} << 20) / sizeof(TrackEvent);
  if (size_ == capacity_ || size_ == 0 || capacity_ >= big) return;
  try {
    set_capacity(size_);
  } catch (const std::bad_alloc&) {
    // Then it stays as big as it is.
  }
}

void EventList::clear() noexcept {
  // Most own nothing: four at a time are looked at.
  TrackEvent* event = events_;
  TrackEvent* const end = events_ + std::min(size_, owners_end_);
  for (; end - event >= 4; event += 4) {
    const int owners = int{event[0].owns_memory()} + int{event[1].owns_memory()} +
                       int{event[2].owns_memory()} + int{event[3].owns_memory()};
    if (owners != 0) std::destroy_n(event, 4);
  }
  std::destroy(event, end);
  size_ = 0;
  owners_end_ = 0;
}

void EventList::append(const TrackEvent* first, const TrackEvent* last) {
  EventList copies(first, last);
  const std::size_t size = size_ + copies.size_;
  if (size > capacity_) reserve(std::max(size, size_ + size_ / 2));
  move_bytes(end(), copies.begin(), copies.end());
  size_ = size;
  copies.size_ = 0;
}

TrackEvent* EventList::insert(const TrackEvent* before, TrackEvent event) {
  const auto index = before - events_;
  push_back(std::move(event));
  std::rotate(begin() + index, end() - 1, end());
  return events_ + index;
}

TrackEvent* EventList::erase(const TrackEvent* first, const TrackEvent* last) noexcept {
  TrackEvent* const place = events_ + (first - events_);
  const auto count = static_cast<std::size_t>(last - first);
  std::destroy_n(place, count);
  move_bytes(place, last, end());
  size_ -= count;
  return changeable(place);
}

void EventList::grow() {
  if (capacity_ > most_events / 2) throw std::bad_alloc();
  set_capacity(std::max(least_capacity, capacity_ + capacity_ / 2));
}

void EventList::set_capacity(std::size_t capacity) {
  if (capacity > most_events) throw std::bad_alloc();
  events_ = static_cast<TrackEvent*>(
      resize_event_memory(events_, size_ * sizeof(TrackEvent), capacity * sizeof(TrackEvent)));
  capacity_ = capacity;
}

}  // namespace mido::detail
