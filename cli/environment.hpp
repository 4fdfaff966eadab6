// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace mido::cli {

/// The value of an environment variable; nothing when it is not set.
[[nodiscard]] inline std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

/// Whether it is set, to something.
[[nodiscard]] inline bool is_in_environment(const char* name) {
  return !environment(name).value_or("").empty();
}

}  // namespace mido::cli
