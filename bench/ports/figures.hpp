// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace bench::ports {

/// What was measured of one thing, or why it could not be.
struct Figures {
  std::string name;
  std::vector<std::pair<std::string, double>> values = {};
  std::string error = {};
};

/// One JSON object on one line.
[[nodiscard]] std::string to_json(const Figures& figures);
/// For people.
[[nodiscard]] std::string to_table(const std::vector<Figures>& all);

/// Adds `median_us` and `p99_us` of durations in microseconds.
void add_latencies(Figures& figures, std::vector<double> microseconds);

/// What this process has used so far: seconds of CPU, and how often one of its threads went to
/// sleep.
struct Usage {
  double cpu_seconds = 0;
  double sleeps = 0;
};
[[nodiscard]] Usage usage_now();

}  // namespace bench::ports
