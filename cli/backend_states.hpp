// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "mido/ports/backend.hpp"

namespace mido::cli {

/// A backend, and whether it can be used here and now.
struct BackendState {
  std::string name;
  bool in_use = false;
  bool built = true;    ///< this build has it
  std::string problem;  ///< why it cannot be used; empty when it can
};

/// Those that the build knows, in the order of preference, and the one in use wherever it is from.
[[nodiscard]] std::vector<BackendState> backend_states(const Backend& in_use);

}  // namespace mido::cli
