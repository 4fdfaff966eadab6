// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace mido::detail {

/// What a track chunk with a fault in its structure looked like when it was read. As long as the
/// events are the same, it is written back so.
struct TrackLayout {
  std::uint64_t content = 0;      ///< hash of the events
  std::int64_t length_error = 0;  ///< what the chunk said beyond its real length
};

}  // namespace mido::detail
