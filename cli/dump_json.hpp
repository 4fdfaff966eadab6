// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "cli/buffered_output.hpp"
#include "cli/file_walk.hpp"

namespace mido::cli {

/// Writes a file as JSON, an object a line for each chunk and each event.
class JsonDump final : public FileVisitor {
 public:
  explicit JsonDump(BufferedOutput& out) : out_(out) {}

  void header(const smf::Header& header, std::size_t offset, std::size_t tracks) override;
  void track(const smf::Chunk& chunk, std::size_t index, const MidiTrack& track) override;
  void event(const PlacedEvent& event) override;
  void chunk(const smf::Chunk& chunk) override;
  void bytes(std::span<const std::uint8_t> bytes, std::size_t offset) override;
  void fault(const Diagnostic& fault) override;

 private:
  BufferedOutput& out_;
};

}  // namespace mido::cli
