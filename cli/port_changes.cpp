// SPDX-License-Identifier: MIT
#include "cli/port_changes.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "cli/errors.hpp"
#include "cli/json.hpp"
#include "cli/text.hpp"

namespace mido::cli {

namespace {

// How long Ctrl-Z may have to wait.
constexpr std::chrono::milliseconds moment{50};

std::string line_of(const PortChange& change) {
  const auto& port = change.port;
  const char* directions = port.is_input && port.is_output ? "input and output"
                           : port.is_input                 ? "input"
                                                           : "output";
  return fmt::format("{} '{}' ({})\n", change.added ? '+' : '-', printable(port.name), directions);
}

std::string object_of(const PortChange& change) {
  return json_line({{"port", json_text(change.port.name)},
                    {"added", change.added},
                    {"input", change.port.is_input},
                    {"output", change.port.is_output}});
}

}  // namespace

PortChanges::PortChanges(const Backend& backend)
    : observer_(backend.observe([this](const PortChange& change) {
        {
          const std::lock_guard lock(mutex_);
          changes_.push_back(change);
        }
        changed_.notify_one();
      })) {}

std::vector<PortChange> PortChanges::wait(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, stop, moment, [this] { return !changes_.empty(); });
  return std::exchange(changes_, {});
}

void PortChanges::follow(Io& io, bool json) {
  while (!io.stop.stop_requested()) {
    suspend_if_wanted(io);
    for (const auto& change : wait(io.stop)) print(io, json ? object_of(change) : line_of(change));
  }
  throw Interrupted();
}

}  // namespace mido::cli
