// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

/// What the program is told.
struct Options {
  std::string corpus;
  std::string big;
  std::string live;
  std::string peers;
  std::string only = ".*";
  int rounds = 9;
  double seconds = 0.1;
  std::string generate;
  std::size_t megabytes = 100;
  std::vector<std::string> once;
};

/// Ends the program when it is asked for help or told nonsense.
[[nodiscard]] Options parse_options(int argc, char** argv);

}  // namespace bench
