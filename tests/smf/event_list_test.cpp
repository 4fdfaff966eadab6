// SPDX-License-Identifier: MIT
#include "mido/smf/event_list.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <utility>
#include <vector>

#include "mido/messages/meta_message.hpp"
#include "support/allocations.hpp"

namespace mido::detail {
namespace {

using testing::blocks_left_by;

TrackEvent short_event() { return TrackEvent(NoteOn{.note = 60}); }
TrackEvent long_event() { return TrackEvent(Text{.text = "a text that has a block of its own"}); }

// Where an event that owns memory may come from.
TEST(EventList, GivesBackTheMemoryOfItsEventsHoweverTheyCameThere) {
  const std::vector<std::function<void(EventList&)>> ways{
      [](EventList& list) { list.push_back(long_event()); },
      [](EventList& list) { list[5] = long_event(); },
      [](EventList& list) { list.front() = long_event(); },
      [](EventList& list) { list.back() = long_event(); },
      [](EventList& list) { *list.begin() = long_event(); },
      [](EventList& list) { *(list.end() - 1) = long_event(); },
      [](EventList& list) { *list.insert(list.begin() + 3, long_event()) = long_event(); },
      [](EventList& list) { *list.erase(std::as_const(list).begin()) = long_event(); },
      [](EventList& list) {
        const std::vector<TrackEvent> events(3, long_event());
        list.append(events.data(), events.data() + events.size());
      },
      [](EventList& list) {
        list.push_back(long_event());
        list.append(std::as_const(list).begin(), std::as_const(list).end());
      },
      [](EventList& list) {
        EventList other(list);
        other.push_back(long_event());
        list = std::move(other);
      },
      [](EventList& list) {
        list.push_back(long_event());
        list = EventList(list);
      },
      [](EventList& list) {
        list.clear();
        list.push_back(long_event());
        list.pop_back();
        list.push_back(long_event());
      }};
  for (std::size_t way = 0; way < ways.size(); ++way) {
    EXPECT_EQ(blocks_left_by([&] {
                EventList list;
                for (int i = 0; i < 10; ++i) list.push_back(short_event());
                ways[way](list);
                for (int i = 0; i < 10; ++i) list.push_back(short_event());
              }),
              0)
        << "way " << way;
  }
}

}  // namespace
}  // namespace mido::detail
