// SPDX-License-Identifier: MIT
#include <iostream>
#include <span>

#include "cli/errors.hpp"
#include "cli/pager.hpp"
#include "cli/program.hpp"
#include "cli/standard_input.hpp"

int main(int argc, char** argv) {
  using namespace mido::cli;
  std::ios::sync_with_stdio(false);
  const auto signals = handle_signals();
  const auto terminal = standard_terminal();
  const auto input = standard_input(signals->stop());
  Io io{.out = std::cout,
        .err = std::cerr,
        .terminal = terminal.get(),
        .stop = signals->stop(),
        .job_control = signals.get(),
        .err_is_terminal = standard_error_is_terminal(),
        .pager = show_in_pager,
        .in = input.get()};
  const auto args = arguments(std::span<const char* const>(argv, static_cast<std::size_t>(argc)));
  const int code = run_program(args, io);
  return code == exit_code::interrupted ? signals->exit_code() : code;
}
