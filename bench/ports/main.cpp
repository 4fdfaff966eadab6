// SPDX-License-Identifier: MIT
//
// Figures of ports: JSON on standard output, a table on standard error.
#include <fmt/format.h>

#include <cstdio>
#include <utility>
#include <vector>

#include "bench/ports/rows.hpp"

int main() {
  using namespace bench::ports;
  std::vector<Figures> all;
  const auto tell = [&](Figures figures) {
    fmt::print("{}\n", to_json(figures));
    std::fflush(stdout);
    all.push_back(std::move(figures));
  };
  constexpr int burst = 100000;
  tell(idle());
  tell(wake_up(1));
  tell(wake_up(10));
  tell(wake_up(10000));
  for (auto& row : through({"memory"}, burst, false)) tell(std::move(row));
  for (auto& row : through({"jack", "rtmidi/UNIX_JACK"}, burst, true)) tell(std::move(row));
  fmt::print(stderr, "{}", to_table(all));
}
