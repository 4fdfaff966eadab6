// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

#include "bench/process.hpp"
#include "bench/rows.hpp"
#include "bench/yardstick.hpp"

namespace bench {

namespace {

/// The clock and the memory of one pass.
class Meter {
 public:
  [[nodiscard]] Pass stop(std::uint64_t bytes, std::uint64_t events) const {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start_;
    const double kept = static_cast<double>(memory_now()) - static_cast<double>(memory_);
    return {bytes,
            events,
            time.count(),
            {{"bytes_per_event", kept / static_cast<double>(events)},
             {"peak_MB", static_cast<double>(memory_peak()) / 1e6}}};
  }

 private:
  std::size_t memory_ = memory_now();
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Pass store_plainly(const mido::Bytes& file) {
  // An event takes two bytes of the file at least.
  const Meter meter;
  const FreshPages pages(file.size() / 2 * sizeof(StoringSink::Event));
  StoringSink sink{static_cast<StoringSink::Event*>(pages.data()), file.data()};
  if (!walk_file(file, sink)) throw std::runtime_error("the yardstick does not take this file");
  return meter.stop(file.size(), sink.events);
}

Pass read_stored(const mido::Bytes& file) {
  const Meter meter;
  const mido::MidiFile song = mido::MidiFile::from_bytes(file);
  std::uint64_t events = 0;
  for (const auto& track : song.tracks) events += track.size();
  return meter.stop(file.size(), events);
}

mido::MidiTrack read_track(mido::smf::TrackReader reader) {
  mido::MidiTrack track;
  reader.for_each([&](const auto& event) { track.push_back(to_track_event(event)); });
  return track;
}

/// The tracks of a file are independent of each other: each thread takes the next one.
Pass read_tracks(const mido::Bytes& file, int threads) {
  const Meter meter;
  std::vector<mido::smf::TrackReader> readers;
  mido::smf::Reader reader(file);
  while (auto track = reader.next_track()) readers.push_back(*track);
  std::vector<mido::MidiTrack> tracks(readers.size());
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> workers;
    workers.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i) {
      workers.emplace_back([&] {
        for (std::size_t k = next++; k < tracks.size(); k = next++)
          tracks[k] = read_track(readers[k]);
      });
    }
  }
  std::uint64_t events = 0;
  for (const auto& track : tracks) events += track.size();
  return meter.stop(file.size(), events);
}

}  // namespace

Pass big_pass(const std::string& row, const std::filesystem::path& path) {
  const bool small_pages = row == "yardstick_stored" || row == "big_read_stored_4k";
  if (small_pages) forbid_huge_pages();
  const mido::Bytes file = load(path);
  if (row == "yardstick_stored") return store_plainly(file);
  if (row == "big_read_stored" || small_pages) return read_stored(file);
  if (row == "big_one_core") return read_tracks(file, 1);
  if (row == "two_cores_big") return read_tracks(file, 2);
  throw std::runtime_error("no row " + row);
}

std::vector<Row> big_rows(const std::filesystem::path& program, const std::filesystem::path& file) {
  std::vector<Row> rows = {{"yardstick_stored", ""},
                           {"big_read_stored", "yardstick_stored", {"midly_big_stored"}},
                           {"big_read_stored_4k", "yardstick_stored"},
                           {"big_one_core", ""},
                           {"two_cores_big", "big_one_core"}};
  for (Row& row : rows) {
    row.pass = [=, name = row.name] {
      return run_child({program.string(), "--once", name, file.string()});
    };
    row.in_child = true;
  }
  return rows;
}

}  // namespace bench
