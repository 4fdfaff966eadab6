// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "cli/io.hpp"

namespace mido::cli {

/// `mido syx receive`. Returns the exit code; throws as a command does.
[[nodiscard]] int syx_receive(std::span<const std::string> args, Io& io);

}  // namespace mido::cli
