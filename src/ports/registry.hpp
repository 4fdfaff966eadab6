// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "mido/ports/device.hpp"

namespace mido::detail {

/// A backend that this build knows. Either `make` is set, or `missing` says why it is not.
struct BackendEntry {
  std::string_view name;
  std::unique_ptr<Driver> (*make)();
  std::string_view missing;
};

/// All of them, the preferred first; written by the build from the folders in backends/.
[[nodiscard]] std::span<const BackendEntry> backend_registry();

}  // namespace mido::detail
