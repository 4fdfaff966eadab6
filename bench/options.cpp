// SPDX-License-Identifier: MIT
#include "bench/options.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace bench {

Options parse_options(int argc, char** argv) {
  Options options;
  CLI::App app("Measures the library; JSON goes to standard output, a table to standard error");
  app.add_option("--corpus", options.corpus, "a folder of MIDI files");
  app.add_option("--big", options.big, "a big MIDI file");
  app.add_option("--live", options.live, "a live stream of bytes");
  app.add_option("--peers", options.peers, "where bench/peers/prepare put other libraries");
  app.add_option("--only", options.only, "rows whose whole names match this regular expression");
  app.add_option("--rounds", options.rounds, "how often every row is measured")
      ->check(CLI::PositiveNumber);
  app.add_option("--seconds", options.seconds, "how long a measurement lasts at least")
      ->check(CLI::PositiveNumber);
  app.add_option("--generate", options.generate, "write such input into this folder, and end");
  app.add_option("--megabytes", options.megabytes, "the size of the big file that is generated");
  app.add_option("--once", options.once, "ROW FILE: one pass, in a process of its own")
      ->expected(2);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::exit(app.exit(error));  // NOLINT(concurrency-mt-unsafe): there is one thread so far
  }
  return options;
}

}  // namespace bench
