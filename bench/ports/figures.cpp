// SPDX-License-Identifier: MIT
#include "bench/ports/figures.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>

namespace bench::ports {

namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

std::string to_json(const Figures& figures) {
  std::string result = fmt::format("{{\"name\":\"{}\"", figures.name);
  if (!figures.error.empty()) {
    std::string error = figures.error;
    std::ranges::replace(error, '"', '\'');
    std::ranges::replace(error, '\n', ' ');
    return result + fmt::format(",\"error\":\"{}\"}}", error);
  }
  for (const auto& [name, value] : figures.values) {
    result += fmt::format(",\"{}\":{:.6g}", name, value);
  }
  return result + '}';
}

std::string to_table(const std::vector<Figures>& all) {
  std::string result;
  for (const Figures& figures : all) {
    result += fmt::format("{:<24}", figures.name);
    result += figures.error;
    for (const auto& [name, value] : figures.values) {
      result += fmt::format("  {} {:.4g}", name, value);
    }
    result += '\n';
  }
  return result;
}

void add_latencies(Figures& figures, std::vector<double> microseconds) {
  if (microseconds.empty()) return;
  std::ranges::sort(microseconds);
  const auto at = [&](double part) {
    return microseconds[static_cast<std::size_t>(part *
                                                 static_cast<double>(microseconds.size() - 1))];
  };
  figures.values.emplace_back("median_us", at(0.5));
  figures.values.emplace_back("p99_us", at(0.99));
}

Usage usage_now() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return {.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          .sleeps = static_cast<double>(usage.ru_nvcsw)};
}

}  // namespace bench::ports
