// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "cli/io.hpp"
#include "mido/ports/backend.hpp"

namespace mido::cli {

/// The ports that come and go from now on.
class PortChanges {
 public:
  /// Throws PortError when the backend has no way to know.
  explicit PortChanges(const Backend& backend);
  PortChanges(const PortChanges&) = delete;
  PortChanges& operator=(const PortChanges&) = delete;

  /// Writes a line for each until the program is to stop: throws Interrupted.
  [[noreturn]] void follow(Io& io, bool json);

 private:
  [[nodiscard]] std::vector<PortChange> wait(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::vector<PortChange> changes_;
  PortObserver observer_;  // the last: its thread uses the others
};

}  // namespace mido::cli
