// SPDX-License-Identifier: MIT
#include "cli/backend_states.hpp"

#include <algorithm>

namespace mido::cli {

namespace {

BackendState state_of(const BackendInfo& info, const Backend& in_use) {
  const bool is_it = info.name == in_use.name();
  if (!info.missing.empty()) {
    return {.name = info.name, .in_use = is_it, .built = false, .problem = info.missing};
  }
  return {.name = info.name,
          .in_use = is_it,
          .problem = is_it ? in_use.problem() : Backend(info.name).problem()};
}

}  // namespace

std::vector<BackendState> backend_states(const Backend& in_use) {
  std::vector<BackendState> states;
  for (const auto& info : backends()) states.push_back(state_of(info, in_use));
  if (std::ranges::none_of(states, &BackendState::in_use)) {
    states.push_back({.name = in_use.name(), .in_use = true, .problem = in_use.problem()});
  }
  return states;
}

}  // namespace mido::cli
