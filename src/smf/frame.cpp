// SPDX-License-Identifier: MIT
#include "mido/smf/frame.hpp"

#include <algorithm>
#include <optional>

#include "smf/chunk_ids.hpp"
#include "smf/riff.hpp"

namespace mido::smf {

namespace {

using Span = std::span<const std::uint8_t>;

bool is_header(Span bytes) noexcept {
  return begins_with(bytes, header_id) && bytes.size() >= chunk_header_size + least_header_size &&
         big_endian_32(bytes.subspan(4)) == least_header_size &&
         big_endian_16(bytes.subspan(8)) <= last_file_type;
}

std::optional<Frame> find_after_other_bytes(Span bytes) {
  for (auto at = bytes.begin();; ++at) {
    at = std::search(at, bytes.end(), header_id.begin(), header_id.end());
    if (at == bytes.end()) return std::nullopt;
    const auto begin = static_cast<std::size_t>(at - bytes.begin());
    if (is_header(bytes.subspan(begin))) return Frame{begin, bytes.size(), Wrapper::offset};
  }
}

}  // namespace

Frame find_frame(Span bytes, const detail::Faults& faults) {
  if (begins_with(bytes, header_id)) return {0, bytes.size(), Wrapper::none};
  const Diagnostic none{.offset = 0,
                        .track = std::nullopt,
                        .kind = FaultKind::no_header,
                        .detail = "MThd not found. Probably not a MIDI file"};
  if (faults.strict()) throw MidiParseError(none);
  if (const auto midi = find_midi_in_riff(bytes)) {
    faults.report({.offset = 0,
                   .track = std::nullopt,
                   .kind = FaultKind::riff_wrapper,
                   .detail = "the MIDI file stands in a RIFF file (RMID)"});
    return {midi->offset, midi->offset + midi->data.size(), Wrapper::riff};
  }
  if (const auto frame = find_after_other_bytes(bytes)) {
    faults.report({.offset = 0,
                   .track = std::nullopt,
                   .kind = FaultKind::leading_bytes,
                   .detail = std::to_string(frame->begin) + " bytes before the MIDI file"});
    return *frame;
  }
  throw MidiParseError(none);
}

}  // namespace mido::smf
