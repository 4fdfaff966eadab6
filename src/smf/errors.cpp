// SPDX-License-Identifier: MIT
#include "mido/smf/errors.hpp"

#include <array>

namespace mido {

namespace {

constexpr std::array<std::string_view, 14> names = {"no_header",
                                                    "bad_header",
                                                    "truncated_chunk",
                                                    "missing_tracks",
                                                    "extra_tracks",
                                                    "trailing_bytes",
                                                    "truncated_event",
                                                    "long_quantity",
                                                    "no_running_status",
                                                    "bad_data_byte",
                                                    "system_message",
                                                    "bad_meta",
                                                    "missing_end_of_track",
                                                    "after_end_of_track"};
static_assert(names.size() == static_cast<std::size_t>(FaultKind::after_end_of_track) + 1);

std::string place(std::size_t offset, std::optional<std::size_t> track) {
  const std::string in_track = track ? "track " + std::to_string(*track) + ", " : "";
  return " (" + in_track + "offset " + std::to_string(offset) + ")";
}

}  // namespace

std::string_view to_string(FaultKind kind) noexcept {
  return names[static_cast<std::size_t>(kind)];
}

MidiParseError::MidiParseError(FaultKind kind, std::size_t offset, std::optional<std::size_t> track,
                               const std::string& detail)
    : Error(detail + place(offset, track)), kind_(kind), offset_(offset), track_(track) {}

}  // namespace mido
