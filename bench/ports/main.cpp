// SPDX-License-Identifier: MIT
//
// Figures of ports: JSON on standard output, a table on standard error.
#include <fmt/format.h>

#include <cstdio>
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
  tell(through("memory", burst));
  tell(bare_jack());
  tell(through("jack", burst));
  tell(through("rtmidi/UNIX_JACK", burst));
  fmt::print(stderr, "{}", to_table(all));
}
