// SPDX-License-Identifier: MIT
#pragma once

#include <istream>
#include <ostream>
#include <stop_token>
#include <string_view>

#include "cli/terminal.hpp"

namespace mido::cli {

/// What a command may touch of the world. A test gives it string streams.
struct Io {
  std::ostream& out;
  std::ostream& err;
  Terminal* terminal = nullptr;       ///< what `out` is; none when it is a file or a pipe
  std::stop_token stop = {};          ///< requested by Ctrl-C
  JobControl* job_control = nullptr;  ///< none: the program is never suspended
  bool err_is_terminal = false;
  /// Shows a long text on the terminal, page by page; none: it is printed.
  void (*pager)(std::string_view text) = nullptr;
  std::istream* in = nullptr;  ///< standard input; none: "-" is a file like any other
};

/// Writes to `out` at once. Throws OutputLost when nobody takes it any more.
void print(Io& io, std::string_view text);

/// Writes "mido: <text>" to `err`, as one line without control characters.
void report(Io& io, std::string_view text);

/// Sleeps when the user has typed Ctrl-Z, until the program is continued.
void suspend_if_wanted(Io& io);

}  // namespace mido::cli
