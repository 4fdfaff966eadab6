// SPDX-License-Identifier: MIT
#include "cli/io.hpp"

#include <cerrno>

#include "cli/errors.hpp"
#include "cli/text.hpp"

namespace mido::cli {

void print(Io& io, std::string_view text) {
  errno = 0;
  io.out << text << std::flush;
  if (!io.out) throw OutputLost(errno);
}

void report(Io& io, std::string_view text) { io.err << "mido: " << printable(text) << std::endl; }

void suspend_if_wanted(Io& io) {
  if (io.job_control != nullptr && io.job_control->suspend_requested()) io.job_control->suspend();
}

}  // namespace mido::cli
