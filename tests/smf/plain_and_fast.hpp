// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

#include "mido/smf/track_reader.hpp"

namespace mido::testing {

inline bool same_event(const smf::Event& a, const smf::Event& b) {
  return a.status == b.status && a.meta_type == b.meta_type && a.spelling == b.spelling &&
         a.has_bad_data == b.has_bad_data && a.delta == b.delta && a.offset == b.offset &&
         a.data.data() == b.data.data() && a.data.size() == b.data.size();
}

/// The bytes of a track are read one event after the other and the fast way: same events, same
/// faults.
inline void expect_same_events(std::span<const std::uint8_t> track) {
  // In memory of their own, so that a sanitizer sees a look past the end.
  const auto memory = std::make_unique<std::uint8_t[]>(track.size());
  std::ranges::copy(track, memory.get());
  const std::span<const std::uint8_t> bytes(memory.get(), track.size());
  Diagnostics plain_faults;
  smf::TrackReader plain(bytes, 14, 0, detail::Faults(&plain_faults));
  std::vector<smf::Event> events;
  for (smf::Event event; plain.next(event);) events.push_back(event);

  Diagnostics fast_faults;
  smf::TrackReader fast(bytes, 14, 0, detail::Faults(&fast_faults));
  std::size_t index = 0;
  bool same = true;
  fast.for_each([&](const smf::Event& event) {
    same = same && index < events.size() && same_event(event, events[index]);
    ++index;
  });
  EXPECT_TRUE(same) << "event " << index;
  EXPECT_EQ(index, events.size());
  EXPECT_TRUE(std::ranges::equal(plain_faults, fast_faults));
}

}  // namespace mido::testing
