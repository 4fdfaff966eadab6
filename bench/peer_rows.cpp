// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "bench/process.hpp"
#include "bench/rows.hpp"

namespace bench {

namespace {

namespace fs = std::filesystem;

std::string why_missing(const fs::path& program) {
  std::string reason;
  std::getline(std::ifstream(program.string() + ".error"), reason);
  return reason.empty() ? "not there; bench/peers/prepare gets it" : reason;
}

/// Runs `program ROW LIST SECONDS`.
Row peer_row(std::string name, std::string yardstick, const fs::path& program,
             const std::string& row, const fs::path& list, double seconds) {
  Row result{std::move(name), std::move(yardstick)};
  result.in_child = true;
  result.pass = [=] {
    if (!fs::exists(program)) throw std::runtime_error(why_missing(program));
    return run_child({program.string(), row, list.string(), fmt::format("{}", seconds)});
  };
  return result;
}

void write_list(const fs::path& list,
                const std::vector<std::pair<std::uint64_t, fs::path>>& files) {
  std::ofstream stream(list);
  for (const auto& [events, path] : files) {
    stream << events << '\t' << fs::absolute(path).string() << '\n';
  }
  if (!stream.flush()) throw std::runtime_error("cannot write " + list.string());
}

void write_corpus_list(const fs::path& list, const Corpus& corpus) {
  std::vector<std::pair<std::uint64_t, fs::path>> files;
  for (std::size_t i = 0; i < corpus.files.size(); ++i) {
    std::uint64_t events = 0;
    for (const auto& track : corpus.songs[i].tracks) events += track.size();
    files.emplace_back(events, corpus.files[i].path);
  }
  write_list(list, files);
}

}  // namespace

std::vector<Row> peer_rows(const fs::path& peers, const Corpus& corpus, const fs::path& big,
                           const fs::path& live, double seconds) {
  const fs::path files = peers / "files.list";
  const fs::path big_list = peers / "big.list";
  const fs::path live_list = peers / "live.list";
  write_corpus_list(files, corpus);
  write_list(big_list, {{0, big}});
  write_list(live_list, {{0, live}});
  const fs::path midly = peers / "midly";
  std::vector<Row> rows = {
      peer_row("midly_lazy", "yardstick", midly, "lazy", files, seconds),
      peer_row("midly_stored", "yardstick", midly, "stored", files, seconds),
      peer_row("symusic_stored", "yardstick", peers / "symusic", "stored", files, 10 * seconds),
      peer_row("original_stored", "yardstick", peers / "original", "stored", files, 10 * seconds),
      peer_row("midly_big_stored", "yardstick_stored", midly, "stored", big_list, 0),
      peer_row("midly_live", "live_yardstick", midly, "live", live_list, seconds)};
  rows.back().item = "message";
  return rows;
}

}  // namespace bench
