// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/io.hpp"

namespace mido::cli {

/// One command of the program: `mido <name> <args>`.
struct Command {
  std::string_view name;
  std::string_view summary;
  /// Returns the exit code. Throws UsageError, Interrupted, OutputLost, or what the library throws.
  int (*run)(std::span<const std::string> args, Io& io);
};

extern const Command convert_command;
extern const Command dump_command;
extern const Command info_command;
extern const Command make_command;
extern const Command monitor_command;
extern const Command play_command;
extern const Command ports_command;
extern const Command record_command;
extern const Command roll_command;
extern const Command send_command;
extern const Command syx_command;

}  // namespace mido::cli
