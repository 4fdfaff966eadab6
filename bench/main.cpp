// SPDX-License-Identifier: MIT
//
// How fast the library is, and what that is compared with: see docs/performance.md.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <iostream>
#include <iterator>
#include <regex>

#include "bench/process.hpp"
#include "bench/report.hpp"
#include "bench/rows.hpp"

namespace {

struct Options {
  std::string corpus;
  std::string big;
  std::string live;
  std::string only = ".*";
  std::vector<std::string> once;
  int rounds = 9;
  double seconds = 0.1;
};

Options parse(int argc, char** argv) {
  Options options;
  CLI::App app("Measures the library; JSON goes to standard output, a table to standard error");
  app.add_option("--corpus", options.corpus, "a folder of MIDI files");
  app.add_option("--big", options.big, "a big MIDI file");
  app.add_option("--live", options.live, "a live stream of bytes");
  app.add_option("--only", options.only, "rows whose whole names match this regular expression");
  app.add_option("--rounds", options.rounds, "how often every row is measured")
      ->check(CLI::PositiveNumber);
  app.add_option("--seconds", options.seconds, "how long a measurement lasts at least");
  app.add_option("--once", options.once, "ROW FILE: one pass, in a process of its own")
      ->expected(2);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::exit(app.exit(error));
  }
  return options;
}

int run_once(const std::string& row, const std::string& file) {
  try {
    std::cout << to_line(bench::big_pass(row, file)) << '\n';
  } catch (const std::exception& error) {
    std::cout << "error " << error.what() << '\n';
    return 1;
  }
  return 0;
}

/// The rows that were asked for, and those they are compared with.
std::vector<bench::Row> choose(std::vector<bench::Row> rows, const std::string& only) {
  const std::regex pattern(only);
  std::vector<std::string> names;
  for (const bench::Row& row : rows) {
    if (!std::regex_match(row.name, pattern)) continue;
    names.push_back(row.name);
    names.push_back(row.yardstick);
  }
  std::erase_if(rows, [&](const bench::Row& row) {
    return std::find(names.begin(), names.end(), row.name) == names.end();
  });
  return rows;
}

void append(std::vector<bench::Row>& rows, std::vector<bench::Row> more) {
  std::move(more.begin(), more.end(), std::back_inserter(rows));
}

int measure(const Options& options, const char* program) {
  const bench::Corpus corpus = bench::load_corpus(options.corpus);
  const mido::Bytes live = bench::load(options.live);
  std::cerr << corpus.files.size() << " of " << corpus.seen << " files are sound: " << corpus.bytes
            << " bytes, " << corpus.events << " events\n";
  std::vector<bench::Row> rows = bench::corpus_rows(corpus);
  append(rows, bench::big_rows(program, options.big));
  append(rows, bench::live_rows(live));
  const auto outcomes =
      bench::run(choose(std::move(rows), options.only), options.rounds, options.seconds);
  for (const bench::Outcome& outcome : outcomes) std::cout << to_json(outcome) << '\n';
  std::cerr << to_table(outcomes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const Options options = parse(argc, argv);
  if (!options.once.empty()) return run_once(options.once[0], options.once[1]);
  return measure(options, argv[0]);
} catch (const std::exception& error) {
  std::cerr << "mido_bench: " << error.what() << '\n';
  return 1;
}
