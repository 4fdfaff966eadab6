// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "cli/io.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

/// "312 of 1008 files" on the terminal that `err` is, while the results go elsewhere and it takes
/// longer than a moment.
class Progress {
 public:
  Progress(Io& io, std::size_t files, ClockSource& clock = steady_clock_source());
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more file is done.
  void advance();
  /// Leaves the line to others.
  void clear();

 private:
  Io& io_;
  ClockSource& clock_;
  std::size_t files_;
  std::size_t done_ = 0;
  Seconds next_{};
  bool wanted_;
  bool shown_ = false;
};

}  // namespace mido::cli
