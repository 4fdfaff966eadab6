// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What one pass of a row went through.
struct Pass {
  std::uint64_t bytes = 0;
  std::uint64_t items = 0;             ///< events or messages
  std::optional<double> seconds = {};  ///< of a child process, which takes its own time
  /// More to tell: "bytes_per_event", …
  std::vector<std::pair<std::string, double>> figures = {};
};

/// One thing that is measured.
struct Row {
  std::string name;
  /// Measured right before this row in every round; may be empty.
  std::string yardstick;
  /// Other rows of the same round to give the ratio to.
  std::vector<std::string> partners = {};
  /// Throws std::exception when it cannot be measured; then that is what the row says.
  std::function<Pass()> pass = {};
  std::string item = "event";
  bool in_child = false;  ///< `pass` starts a process of its own, which says how long it took
};

}  // namespace bench
