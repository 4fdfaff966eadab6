// SPDX-License-Identifier: MIT
#include "mido/smf/cursor.hpp"

namespace mido::detail {

void Cursor::fail(FaultKind kind, const std::string& detail) const {
  fail_at(offset(), kind, detail);
}

void Cursor::fail_at(std::size_t offset, FaultKind kind, const std::string& detail) const {
  throw MidiParseError(kind, offset, track_, detail);
}

void Cursor::fail_length(std::size_t size) const {
  fail(FaultKind::truncated_event, "an event says it has " + std::to_string(size) +
                                       " bytes, the track has " + std::to_string(left()) + " left");
}

}  // namespace mido::detail
