// SPDX-License-Identifier: MIT
#include "smf/riff.hpp"

#include <algorithm>
#include <string>

#include "smf/chunk_ids.hpp"

namespace mido::smf {

namespace {

using Span = std::span<const std::uint8_t>;

constexpr std::size_t list_type_size = 4;

std::size_t little_endian_32(Span bytes) noexcept {
  return bytes[0] | (std::size_t{bytes[1]} << 8) | (std::size_t{bytes[2]} << 16) |
         (std::size_t{bytes[3]} << 24);
}

std::string_view text_of(Span bytes) noexcept {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool is_rmid(Span bytes) noexcept {
  return begins_with(bytes, "RIFF") && bytes.size() >= riff_header_size &&
         begins_with(bytes.subspan(chunk_header_size), "RMID");
}

// Texts end with a zero byte, and some writers pad with more.
std::string info_text(Span data) {
  const std::string_view text = text_of(data);
  return std::string(text.substr(0, text.find_last_not_of('\0') + 1));
}

}  // namespace

std::optional<RiffChunk> RiffReader::next() noexcept {
  if (bytes_.size() - at_ < chunk_header_size) return std::nullopt;
  const Span header = bytes_.subspan(at_, chunk_header_size);
  at_ += chunk_header_size;
  const std::size_t size = std::min(little_endian_32(header.subspan(4)), bytes_.size() - at_);
  const RiffChunk chunk{text_of(header.first(4)), bytes_.subspan(at_, size), at_};
  at_ += size;
  // Chunks are padded to even lengths; not all writers know, and no id begins with a zero.
  if (size % 2 != 0 && at_ < bytes_.size() && bytes_[at_] == 0) ++at_;
  return chunk;
}

std::optional<RiffChunk> find_midi_in_riff(Span bytes) noexcept {
  if (!is_rmid(bytes)) return std::nullopt;
  RiffReader chunks(bytes, riff_header_size);
  while (const auto chunk = chunks.next()) {
    if (chunk->id == "data" && begins_with(chunk->data, header_id)) return chunk;
  }
  return std::nullopt;
}

std::vector<InfoField> read_riff_info(Span bytes) {
  std::vector<InfoField> result;
  RiffReader chunks(bytes, riff_header_size);
  while (const auto chunk = chunks.next()) {
    if (chunk->id != "LIST" || !begins_with(chunk->data, "INFO")) continue;
    RiffReader fields(chunk->data, list_type_size);
    while (const auto field = fields.next()) {
      result.push_back({.id = std::string(field->id), .text = info_text(field->data)});
    }
  }
  return result;
}

}  // namespace mido::smf
