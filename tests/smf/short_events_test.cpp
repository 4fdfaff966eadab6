// SPDX-License-Identifier: MIT
#include "mido/smf/short_events.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "mido/smf/reader.hpp"
#include "smf/plain_and_fast.hpp"
#include "support/smf_bytes.hpp"

namespace mido {
namespace {

using smf::Event;
using smf::TrackReader;
using testing::expect_same_events;

std::size_t short_events_in(const Bytes& track) {
  std::size_t count = 0;
  TrackReader(track, 0, 0)
      .for_each([&](const detail::ShortEvent&) { ++count; }, [](const Event&) {});
  return count;
}

Bytes repeated(const Bytes& events, int times) {
  Bytes track;
  for (int i = 0; i < times; ++i) track.insert(track.end(), events.begin(), events.end());
  track.insert(track.end(), testing::end_of_track.begin(), testing::end_of_track.end());
  return track;
}

TEST(ShortEvents, AreAllChannelMessagesWithTwoDataBytesAndAShortDelta) {
  EXPECT_EQ(short_events_in(repeated({0, 0x90, 60, 64}, 1000)), 1000U);
  EXPECT_EQ(short_events_in(repeated({0x83, 0x10, 0xE3, 0, 64, 1, 0, 65}, 1000)), 2000U);
}

TEST(ShortEvents, AreNoOthers) {
  EXPECT_EQ(short_events_in(repeated({0, 0xC0, 60}, 1000)), 0U);
  EXPECT_EQ(short_events_in(repeated({0, 0xD0, 60, 0, 61}, 1000)), 0U);
  EXPECT_EQ(short_events_in(repeated({0x81, 0x80, 0, 0x90, 60, 64}, 1000)), 0U);
  EXPECT_EQ(short_events_in(repeated({0, 0xFF, 1, 1, 'a'}, 1000)), 0U);
}

TEST(ShortEvents, AreReadUpToTheVeryEnd) {
  for (int count = 0; count < 400; ++count) {
    EXPECT_EQ(short_events_in(repeated({0, 0x90, 60, 64}, count)), static_cast<unsigned>(count));
  }
}

// Every sequence of four of these, with what surrounds them a block boundary away.
TEST(ShortEvents, AreThoseOfThePlainReaderInEveryOrder) {
  const std::vector<Bytes> pieces{{0, 0x90, 60, 64},
                                  {1, 60, 0},
                                  {0x81, 0, 0x80, 60, 64},
                                  {0xFF, 0x7F, 1, 2},
                                  {0, 0xC1, 5},
                                  {0, 7},
                                  {0, 0xE0, 0, 64},
                                  {0x80, 0, 0x91, 1, 2},
                                  {0, 0xF0, 2, 1, 0xF7},
                                  {0, 0xFF, 5, 1, 'x'},
                                  {0, 0x90, 200, 64},
                                  {0, 0xF8}};
  std::vector<std::size_t> digits(4);
  for (std::size_t n = 0; n < pieces.size() * pieces.size() * pieces.size() * pieces.size(); ++n) {
    Bytes track(4 * (n % 140), 0);
    for (std::size_t i = 0; i < track.size(); i += 4) track[i + 1] = 0x90;
    for (std::size_t rest = n, i = 0; i < 4; ++i, rest /= pieces.size()) {
      const Bytes& piece = pieces[rest % pieces.size()];
      track.insert(track.end(), piece.begin(), piece.end());
    }
    expect_same_events(track);
    if (::testing::Test::HasFailure()) FAIL() << "sequence " << n;
  }
}

Bytes random_track(std::mt19937& random) {
  const auto below = [&](unsigned limit) { return static_cast<std::uint8_t>(random() % limit); };
  Bytes track;
  const std::size_t size = random() % 1500;
  while (track.size() < size) {
    if (below(8) == 0) track.push_back(static_cast<std::uint8_t>(0x80 | below(128)));
    track.push_back(below(128));
    const unsigned kind = below(40);
    if (kind == 0) {
      const Bytes meta{0xFF, 0x51, 3, 7, 0xA1, 0x20};
      track.insert(track.end(), meta.begin(), meta.end());
      continue;
    }
    if (kind < 20) track.push_back(static_cast<std::uint8_t>(0x80 | below(112)));
    track.push_back(below(128));
    track.push_back(below(128));
  }
  track.insert(track.end(), testing::end_of_track.begin(), testing::end_of_track.end());
  return track;
}

// Valid tracks and ones with a few bytes changed, cut out or put in.
TEST(ShortEvents, AreThoseOfThePlainReaderInAHundredThousandMutatedTracks) {
  std::mt19937 random(1);
  for (int i = 0; i < 100'000; ++i) {
    Bytes track = random_track(random);
    for (unsigned changes = random() % 4; changes > 0 && !track.empty(); --changes) {
      const auto place = static_cast<std::ptrdiff_t>(random() % track.size());
      switch (random() % 3) {
        case 0:
          track[static_cast<std::size_t>(place)] = static_cast<std::uint8_t>(random());
          break;
        case 1:
          track.erase(track.begin() + place);
          break;
        default:
          track.insert(track.begin() + place, static_cast<std::uint8_t>(random()));
      }
    }
    expect_same_events(track);
    if (::testing::Test::HasFailure()) FAIL() << "track " << i;
  }
}

}  // namespace
}  // namespace mido
