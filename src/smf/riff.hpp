// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mido/smf/frame.hpp"

/// RIFF files ("Multimedia Programming Interface and Data Specifications 1.0"), as which MIDI files
/// are wrapped (RP-029, RMID).
namespace mido::smf {

inline constexpr std::size_t riff_header_size = 12;  ///< "RIFF", the size, "RMID"

struct RiffChunk {
  std::string_view id;  ///< four bytes
  std::span<const std::uint8_t> data;
  std::size_t offset = 0;  ///< where `data` begins
};

/// Walks chunks that stand one after the other. A chunk that says it goes beyond the end is cut
/// off there.
class RiffReader {
 public:
  /// From an offset on, up to the end of `bytes`. Precondition: begin <= bytes.size().
  explicit RiffReader(std::span<const std::uint8_t> bytes, std::size_t begin = 0) noexcept
      : bytes_(bytes), at_(begin) {}
  [[nodiscard]] std::optional<RiffChunk> next() noexcept;

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_;
};

/// The MIDI file in a RIFF file; nothing when it is none, or has none.
[[nodiscard]] std::optional<RiffChunk> find_midi_in_riff(
    std::span<const std::uint8_t> bytes) noexcept;

/// What the lists INFO of a RIFF file say, in its order.
[[nodiscard]] std::vector<InfoField> read_riff_info(std::span<const std::uint8_t> bytes);

}  // namespace mido::smf
