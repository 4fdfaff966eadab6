// SPDX-License-Identifier: MIT
#include "mido/smf/errors.hpp"

#include <array>
#include <utility>

namespace mido {

namespace {

constexpr std::array<std::string_view, 20> names = {
    "no_header",         "riff_wrapper",         "leading_bytes",      "bad_header",
    "truncated_chunk",   "wrong_track_length",   "foreign_chunk",      "missing_tracks",
    "extra_tracks",      "trailing_bytes",       "truncated_event",    "long_quantity",
    "no_running_status", "cancelled_status",     "bad_data_byte",      "system_message",
    "bad_meta",          "missing_end_of_track", "after_end_of_track", "outside_sysex"};
static_assert(names.size() == static_cast<std::size_t>(FaultKind::outside_sysex) + 1);

std::string with_place(const Diagnostic& fault) {
  const std::string in_track = fault.track ? "track " + std::to_string(*fault.track) + ", " : "";
  return fault.detail + " (" + in_track + "offset " + std::to_string(fault.offset) + ")";
}

}  // namespace

std::string_view to_string(FaultKind kind) noexcept {
  return names[static_cast<std::size_t>(kind)];
}

std::string to_string(const Diagnostic& diagnostic) {
  return std::string(to_string(diagnostic.kind)) + ": " + with_place(diagnostic);
}

MidiParseError::MidiParseError(Diagnostic fault)
    : Error(with_place(fault)), fault_(std::move(fault)) {}

}  // namespace mido
