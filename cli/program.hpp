// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/io.hpp"

namespace mido::cli {

[[nodiscard]] std::span<const Command* const> commands();

/// What the program was called with, without its own name; called as `mido-play` it is `mido play`.
[[nodiscard]] std::vector<std::string> arguments(std::span<const char* const> argv);

/// The whole program but for its main(). Returns the exit code; never throws.
[[nodiscard]] int run_program(std::span<const std::string> args, Io& io);

}  // namespace mido::cli
