// SPDX-License-Identifier: MIT
#include "bench/runner.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <exception>
#include <iostream>
#include <utility>

namespace bench {

namespace {

/// Keeps the one figure that is asked of Google Benchmark.
class LastTime : public benchmark::BenchmarkReporter {
 public:
  double seconds = 0;

  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      seconds = run.real_accumulated_time /
                static_cast<double>(std::max<std::int64_t>(run.iterations, 1));
    }
  }
};

void run_passes(benchmark::State& state, Outcome& outcome) {
  for ([[maybe_unused]] auto _ : state) {
    try {
      outcome.pass = outcome.row.pass();
    } catch (const std::exception& error) {
      outcome.error = error.what();
      state.SkipWithError(error.what());
      break;
    }
    if (outcome.pass.seconds) state.SetIterationTime(*outcome.pass.seconds);
  }
}

void register_row(Outcome& outcome, double seconds) {
  auto* const benchmark = benchmark::RegisterBenchmark(
      outcome.row.name.c_str(),
      [&outcome](benchmark::State& state) { run_passes(state, outcome); });
  if (outcome.row.in_child) {
    benchmark->UseManualTime()->Iterations(1);
  } else {
    benchmark->UseRealTime()->MinTime(seconds);
  }
}

/// Seconds for a byte, or 0 when the row cannot be measured.
double measure(Outcome& outcome) {
  if (!outcome.error.empty()) return 0;
  LastTime time;
  benchmark::RunSpecifiedBenchmarks(&time, "^" + outcome.row.name + "/");
  if (!outcome.error.empty() || outcome.pass.bytes == 0) return 0;
  outcome.seconds.push_back(time.seconds);
  return time.seconds / static_cast<double>(outcome.pass.bytes);
}

class Round {
 public:
  explicit Round(std::vector<Outcome>& outcomes) : outcomes_(outcomes) {}

  void run() {
    for (Outcome& outcome : outcomes_) measure_beside_yardstick(outcome);
    for (Outcome& outcome : outcomes_) {
      for (const std::string& partner : outcome.row.partners) compare(outcome, partner);
    }
  }

 private:
  void measure_beside_yardstick(Outcome& outcome) {
    const std::string& yardstick = outcome.row.yardstick;
    for (Outcome& other : outcomes_) {
      if (other.row.name == yardstick) latest_[yardstick] = measure(other);
    }
    latest_[outcome.row.name] = measure(outcome);
    if (!yardstick.empty()) compare(outcome, yardstick);
  }

  void compare(Outcome& outcome, const std::string& partner) {
    const double own = latest_[outcome.row.name];
    const double others = latest_[partner];
    if (own > 0 && others > 0) outcome.speed_ratios[partner].push_back(others / own);
  }

  std::vector<Outcome>& outcomes_;
  std::map<std::string, double> latest_;  // seconds for a byte
};

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<Outcome> run(std::vector<Row> rows, int rounds, double seconds) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(rows.size());
  for (Row& row : rows) outcomes.push_back({std::move(row), {}});
  for (Outcome& outcome : outcomes) register_row(outcome, seconds);
  for (int round = 1; round <= rounds; ++round) {
    std::cerr << "\rround " << round << " of " << rounds << std::flush;
    Round(outcomes).run();
  }
  std::cerr << '\n';
  return outcomes;
}

}  // namespace bench
