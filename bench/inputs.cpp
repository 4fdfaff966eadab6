// SPDX-License-Identifier: MIT
#include "bench/inputs.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace bench {

namespace {

void add(Corpus& corpus, File file) {
  ++corpus.seen;
  try {
    corpus.songs.push_back(mido::MidiFile::from_bytes(file.bytes));
  } catch (const mido::MidiParseError&) {
    return;
  }
  corpus.bytes += file.bytes.size();
  for (const auto& track : corpus.songs.back().tracks) corpus.events += track.size();
  corpus.files.push_back(std::move(file));
}

}  // namespace

mido::Bytes load(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  mido::Bytes bytes(stream ? std::filesystem::file_size(path) : 0);
  stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!stream || bytes.empty()) throw std::runtime_error("cannot read " + path.string());
  return bytes;
}

Corpus load_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.file_size() > 0) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Corpus corpus;
  for (const auto& path : paths) add(corpus, {path, load(path)});
  if (corpus.files.empty()) throw std::runtime_error("no sound MIDI file in " + folder.string());
  return corpus;
}

}  // namespace bench
