// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include "cli/io.hpp"
#include "cli/screen.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

/// How many bytes are out, as a bar on a terminal.
class ByteProgress {
 public:
  ByteProgress(Io& io, std::size_t total, ClockSource& clock = steady_clock_source());
  ~ByteProgress() { clear(); }
  ByteProgress(const ByteProgress&) = delete;
  ByteProgress& operator=(const ByteProgress&) = delete;

  void show(std::size_t done);
  /// Leaves the line to others.
  void clear();

 private:
  Io& io_;
  std::size_t total_;
  ClockSource& clock_;
  Seconds next_{};
  std::optional<Screen> screen_;
};

}  // namespace mido::cli
