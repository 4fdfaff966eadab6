// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <span>
#include <string>

#include "cli/io.hpp"

namespace mido::cli {

/// Options and help of one command, in the style of all.
[[nodiscard]] std::unique_ptr<CLI::App> make_options(const std::string& command,
                                                     const std::string& description,
                                                     const std::string& examples);

/// Fills what the options are bound to. Returns false when help was asked for, and prints it.
/// Throws UsageError.
[[nodiscard]] bool parse(CLI::App& options, std::span<const std::string> args, Io& io);

}  // namespace mido::cli
