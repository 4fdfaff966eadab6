// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace mido::testing {

using Bytes = std::vector<std::uint8_t>;

inline Bytes operator+(Bytes a, const Bytes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// A chunk of a MIDI file with the right length.
inline Bytes chunk(std::string_view id, const Bytes& data) {
  const auto size = data.size();
  return Bytes(id.begin(), id.end()) +
         Bytes{static_cast<std::uint8_t>(size >> 24), static_cast<std::uint8_t>(size >> 16),
               static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)} +
         data;
}

inline Bytes header(std::uint8_t type, std::uint8_t tracks, std::uint16_t division = 480) {
  return chunk("MThd", {0, type, 0, tracks, static_cast<std::uint8_t>(division >> 8),
                        static_cast<std::uint8_t>(division)});
}

inline const Bytes end_of_track = {0, 0xFF, 0x2F, 0};

/// A type 0 file whose one track has these bytes and end_of_track.
inline Bytes file_of(const Bytes& events) {
  return header(0, 1) + chunk("MTrk", events + end_of_track);
}

/// Where the first event of file_of() begins.
inline constexpr std::size_t first_event_offset = 22;

}  // namespace mido::testing
