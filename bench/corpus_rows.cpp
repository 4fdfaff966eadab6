// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "bench/rows.hpp"
#include "bench/yardstick.hpp"

namespace bench {

namespace {

Pass walk_plainly(const Corpus& corpus) {
  CountingSink sink;
  for (const File& file : corpus.files) {
    if (!walk_file(file.bytes, sink)) {
      throw std::runtime_error("the yardstick does not take " + file.path.string());
    }
  }
  benchmark::DoNotOptimize(sink.sum);
  return {corpus.bytes, sink.events, {}, {{"files", static_cast<double>(corpus.files.size())}}};
}

/// Calls `read(track, visit)` for every track of every file; nothing is stored.
template <class Read>
Pass read_lazily(const Corpus& corpus, Read read) {
  std::uint64_t events = 0;
  std::uint64_t sum = 0;
  const auto visit = [&](const mido::smf::Event& event) {
    ++events;
    sum += event.delta + event.status + event.data.size();
  };
  for (const File& file : corpus.files) {
    mido::smf::Reader reader(file.bytes);
    while (auto track = reader.next_track()) read(*track, visit);
  }
  benchmark::DoNotOptimize(sum);
  return {corpus.bytes, events};
}

Pass read_each(const Corpus& corpus) {
  return read_lazily(corpus, [](auto& track, auto& visit) { track.for_each(visit); });
}

Pass read_next(const Corpus& corpus) {
  return read_lazily(corpus, [](auto& track, auto& visit) {
    for (mido::smf::Event event; track.next(event);) visit(event);
  });
}

void read_file(const File& file, const mido::ReadOptions& options) {
  const mido::MidiFile song = mido::MidiFile::from_bytes(file.bytes, options);
  benchmark::DoNotOptimize(song.tracks.data());
}

Pass read_stored(const Corpus& corpus, bool tolerant) {
  for (const File& file : corpus.files) read_file(file, {.tolerant = tolerant});
  return {corpus.bytes, corpus.events};
}

Pass read_on_two_cores(const Corpus& corpus) {
  std::atomic<std::size_t> next = 0;
  const auto read_some = [&] {
    for (std::size_t i = next++; i < corpus.files.size(); i = next++)
      read_file(corpus.files[i], {});
  };
  {
    const std::jthread other(read_some);
    read_some();
  }
  return {corpus.bytes, corpus.events};
}

std::size_t count_identical(const Corpus& corpus) {
  std::size_t identical = 0;
  for (std::size_t i = 0; i < corpus.songs.size(); ++i) {
    if (corpus.songs[i].to_bytes() == corpus.files[i].bytes) ++identical;
  }
  return identical;
}

Pass write(const Corpus& corpus, std::size_t identical) {
  for (const mido::MidiFile& song : corpus.songs) {
    const mido::Bytes bytes = song.to_bytes();
    benchmark::DoNotOptimize(bytes.data());
  }
  return {corpus.bytes, corpus.events, {}, {{"identical", static_cast<double>(identical)}}};
}

Pass merge(const Corpus& corpus) {
  for (const mido::MidiFile& song : corpus.songs) {
    benchmark::DoNotOptimize(mido::merge_tracks(song.tracks).size());
  }
  return {corpus.bytes, corpus.events};
}

Pass iterate_seconds(const Corpus& corpus) {
  Pass pass;
  for (std::size_t i = 0; i < corpus.songs.size(); ++i) {
    if (corpus.songs[i].type == 2) continue;  // its tracks have no time in common
    double seconds = 0;
    const auto events = corpus.songs[i].events();
    for (const auto& event : events) seconds += event.time().seconds();
    benchmark::DoNotOptimize(seconds);
    pass.bytes += corpus.files[i].bytes.size();
    pass.items += events.size();
  }
  return pass;
}

}  // namespace

std::vector<Row> corpus_rows(const Corpus& corpus) {
  const std::string yardstick = "yardstick";
  return {
      {yardstick, "", {}, [&] { return walk_plainly(corpus); }},
      {"read_lazy", yardstick, {"midly_lazy"}, [&] { return read_each(corpus); }},
      {"read_lazy_next", yardstick, {"midly_lazy"}, [&] { return read_next(corpus); }},
      {"read_stored",
       yardstick,
       {"midly_stored", "symusic_stored", "original_stored"},
       [&] { return read_stored(corpus, false); }},
      {"read_tolerant", yardstick, {"read_stored"}, [&] { return read_stored(corpus, true); }},
      {"two_cores_files", "read_stored", {}, [&] { return read_on_two_cores(corpus); }},
      {"write", yardstick, {}, [&, same = count_identical(corpus)] { return write(corpus, same); }},
      {"merge", yardstick, {}, [&] { return merge(corpus); }},
      {"iterate_seconds", yardstick, {}, [&] { return iterate_seconds(corpus); }},
  };
}

}  // namespace bench
