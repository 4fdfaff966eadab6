// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "mido/ports/device.hpp"

namespace mido::detail {

/// The driver of a backend in a shared object (BackendPlugin), which stays loaded. Throws
/// BackendNotFound when it cannot be loaded, and BackendUnavailable when it is no backend for this
/// version.
[[nodiscard]] std::shared_ptr<Driver> load_driver(const std::string& path);

}  // namespace mido::detail
