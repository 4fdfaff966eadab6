// SPDX-License-Identifier: MIT
//
// How fast the library is beside plain tokenizers and other libraries: see docs/performance.md.
#include <algorithm>
#include <exception>
#include <iostream>
#include <iterator>
#include <regex>

#include "bench/generate.hpp"
#include "bench/options.hpp"
#include "bench/process.hpp"
#include "bench/report.hpp"
#include "bench/rows.hpp"

namespace bench {

namespace {

int run_once(const std::string& row, const std::string& file) {
  try {
    std::cout << to_line(big_pass(row, file)) << '\n';
  } catch (const std::exception& error) {
    std::cout << "error " << error.what() << '\n';
    return 1;
  }
  return 0;
}

void append(std::vector<Row>& rows, std::vector<Row> more) {
  std::move(more.begin(), more.end(), std::back_inserter(rows));
}

/// The rows that are asked for, and their yardsticks.
std::vector<Row> choose(std::vector<Row> rows, const std::string& only) {
  const std::regex pattern(only);
  std::vector<std::string> names;
  for (const Row& row : rows) {
    if (!std::regex_match(row.name, pattern)) continue;
    names.push_back(row.name);
    names.push_back(row.yardstick);
  }
  std::erase_if(rows, [&](const Row& row) {
    return std::find(names.begin(), names.end(), row.name) == names.end();
  });
  return rows;
}

int measure(const Options& options, const char* program) {
  const Corpus corpus = load_corpus(options.corpus);
  const mido::Bytes live = load(options.live);
  std::cerr << corpus.files.size() << " of " << corpus.seen << " files are sound: " << corpus.bytes
            << " bytes, " << corpus.events << " events\n";
  std::vector<Row> rows = corpus_rows(corpus);
  append(rows, big_rows(program, options.big));
  append(rows, live_rows(live));
  if (!options.peers.empty()) {
    append(rows, peer_rows(options.peers, corpus, options.big, options.live, options.seconds));
  }
  const auto outcomes = run(choose(std::move(rows), options.only), options.rounds, options.seconds);
  for (const Outcome& outcome : outcomes) std::cout << to_json(outcome) << '\n';
  std::cerr << to_table(outcomes);
  return 0;
}

int start(const Options& options, const char* program) {
  if (!options.once.empty()) return run_once(options.once[0], options.once[1]);
  if (options.generate.empty()) return measure(options, program);
  generate_input(options.generate, options.megabytes);
  return 0;
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) try {
  return bench::start(bench::parse_options(argc, argv), argv[0]);
} catch (const std::exception& error) {
  std::cerr << "mido_bench: " << error.what() << '\n';
  return 1;
}
