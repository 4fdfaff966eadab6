// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "mido/mido.hpp"

namespace bench {

/// A file in memory.
struct File {
  std::filesystem::path path;
  mido::Bytes bytes;
};

/// Throws std::runtime_error when it cannot be read.
[[nodiscard]] mido::Bytes load(const std::filesystem::path& path);

/// What is read: many files of everyday size, all in memory.
struct Corpus {
  std::vector<File> files;            ///< the sound ones: strict reading takes them
  std::vector<mido::MidiFile> songs;  ///< the same, read
  std::size_t seen = 0;               ///< how many files there were
  std::uint64_t bytes = 0;            ///< of the sound ones
  std::uint64_t events = 0;
};

/// All files in that folder and the folders in it. Throws std::runtime_error when none is sound.
[[nodiscard]] Corpus load_corpus(const std::filesystem::path& folder);

}  // namespace bench
