// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "cli/buffered_output.hpp"
#include "cli/file_walk.hpp"
#include "cli/status_bytes.hpp"

namespace mido::cli {

/// Writes a file as text from which `mido make` makes the same file.
class TextDump final : public FileVisitor {
 public:
  explicit TextDump(BufferedOutput& out) : out_(out) {}

  void header(const smf::Header& header, std::size_t offset, std::size_t tracks) override;
  void track(const smf::Chunk& chunk, std::size_t index, const MidiTrack& track) override;
  void event(const PlacedEvent& event) override;
  void chunk(const smf::Chunk& chunk) override;
  void bytes(std::span<const std::uint8_t> bytes, std::size_t offset) override;
  void fault(const Diagnostic& fault) override;

 private:
  void write_hex(std::span<const std::uint8_t> bytes);

  BufferedOutput& out_;
  StatusBytes status_bytes_;  // of the track under way
};

}  // namespace mido::cli
