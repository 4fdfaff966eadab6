// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bench/row.hpp"

namespace bench {

/// What came out for a row. One value a round.
struct Outcome {
  Row row;
  Pass pass = {};  ///< the last one
  std::vector<double> seconds = {};
  std::map<std::string, std::vector<double>> speed_ratios = {};  ///< to the row of that name
  std::string error = {};                                        ///< why there are no values
};

/// The middle one; 0 of none.
[[nodiscard]] double median(std::vector<double> values);

/// Measures every row once a round with Google Benchmark, its yardstick right before it: a machine
/// that has slow phases slows both. `seconds` is how long one measurement lasts at least.
/// Passes over rows that throw and says why in their outcome.
[[nodiscard]] std::vector<Outcome> run(std::vector<Row> rows, int rounds, double seconds);

}  // namespace bench
