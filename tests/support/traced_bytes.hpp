// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace mido::testing {

/// The bytes that the lines of smf::trace() show.
inline std::vector<std::uint8_t> traced_bytes(const std::string& trace) {
  constexpr std::size_t first = 10;
  std::vector<std::uint8_t> bytes;
  std::istringstream lines(trace);
  for (std::string line; std::getline(lines, line);) {
    for (std::size_t at = first;
         at + 1 < line.size() && line[at] != ' ' && line[at] != '!' && at < first + 24; at += 3) {
      bytes.push_back(static_cast<std::uint8_t>(std::stoi(line.substr(at, 2), nullptr, 16)));
    }
  }
  return bytes;
}

}  // namespace mido::testing
