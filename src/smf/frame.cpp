// SPDX-License-Identifier: MIT
#include "mido/smf/frame.hpp"

#include <algorithm>
#include <optional>

#include "smf/chunk_ids.hpp"

namespace mido::smf {

namespace {

using Span = std::span<const std::uint8_t>;

constexpr std::size_t riff_header_size = 12;  // "RIFF", the size, "RMID"

std::size_t little_endian_32(Span bytes) noexcept {
  return bytes[0] | (std::size_t{bytes[1]} << 8) | (std::size_t{bytes[2]} << 16) |
         (std::size_t{bytes[3]} << 24);
}

// RP-029: the MIDI file is the data of the chunk "data".
std::optional<Frame> find_in_riff(Span bytes) {
  if (!begins_with(bytes, "RIFF") || bytes.size() < riff_header_size ||
      !begins_with(bytes.subspan(8), "RMID")) {
    return std::nullopt;
  }
  std::size_t at = riff_header_size;
  while (bytes.size() - at >= chunk_header_size) {
    const std::size_t begin = at + chunk_header_size;
    const std::size_t size =
        std::min(little_endian_32(bytes.subspan(at + 4)), bytes.size() - begin);
    if (begins_with(bytes.subspan(at), "data")) return Frame{begin, begin + size, Wrapper::riff};
    at = std::min(begin + size + size % 2, bytes.size());
  }
  return std::nullopt;
}

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
  if (const auto frame = find_in_riff(bytes)) {
    faults.report({.offset = 0,
                   .track = std::nullopt,
                   .kind = FaultKind::riff_wrapper,
                   .detail = "the MIDI file stands in a RIFF file (RMID)"});
    return *frame;
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
