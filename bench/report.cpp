// SPDX-License-Identifier: MIT
#include "bench/report.hpp"

#include <fmt/format.h>

namespace bench {

namespace {

double megabytes_per_second(const Outcome& outcome) {
  return static_cast<double>(outcome.pass.bytes) / 1e6 / median(outcome.seconds);
}

double nanoseconds_per_item(const Outcome& outcome) {
  return median(outcome.seconds) * 1e9 / static_cast<double>(outcome.pass.items);
}

std::string quoted(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return '"' + result + '"';
}

/// "1.42 x yardstick"
std::string ratios(const Outcome& outcome) {
  std::string result;
  for (const auto& [partner, values] : outcome.speed_ratios) {
    result += fmt::format("{}{:.2f} x {}", result.empty() ? "" : ", ", median(values), partner);
  }
  for (const auto& [name, value] : outcome.pass.figures) {
    result += fmt::format("{}{} {:.5g}", result.empty() ? "" : ", ", name, value);
  }
  return result;
}

}  // namespace

std::string to_json(const Outcome& outcome) {
  std::string result = fmt::format("{{\"name\":{}", quoted(outcome.row.name));
  if (!outcome.error.empty()) return result + fmt::format(",\"error\":{}}}", quoted(outcome.error));
  result +=
      fmt::format(",\"MBps\":{:.1f},\"ns_per_{}\":{:.3f},\"bytes\":{},\"{}s\":{},\"runs\":{}",
                  megabytes_per_second(outcome), outcome.row.item, nanoseconds_per_item(outcome),
                  outcome.pass.bytes, outcome.row.item, outcome.pass.items, outcome.seconds.size());
  for (const auto& [partner, values] : outcome.speed_ratios) {
    result += fmt::format(",\"x_{}\":{:.3f}", partner, median(values));
  }
  for (const auto& [name, value] : outcome.pass.figures) {
    result += fmt::format(",\"{}\":{:.6g}", name, value);
  }
  return result + '}';
}

std::string to_table(const std::vector<Outcome>& outcomes) {
  std::string result = fmt::format("{:<20} {:>8} {:>12}\n", "", "MB/s", "ns an item");
  for (const Outcome& outcome : outcomes) {
    if (!outcome.error.empty()) {
      result += fmt::format("{:<20} {}\n", outcome.row.name, outcome.error);
      continue;
    }
    result +=
        fmt::format("{:<20} {:>8.0f} {:>12.2f}  {}\n", outcome.row.name,
                    megabytes_per_second(outcome), nanoseconds_per_item(outcome), ratios(outcome));
  }
  return result;
}

}  // namespace bench
