// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <system_error>

namespace mido::cli {

/// How the program ends; 128 and a signal's number is the shell's way to say that one ended it.
namespace exit_code {
inline constexpr int success = 0;
inline constexpr int failure = 1;
inline constexpr int usage = 2;
inline constexpr int interrupted = 128 + 2;
inline constexpr int broken_pipe = 128 + 13;
}  // namespace exit_code

/// The command line makes no sense.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The user wants the program to end.
class Interrupted : public std::exception {};

/// Standard output cannot be written to any more.
class OutputLost : public std::runtime_error {
 public:
  explicit OutputLost(int error_number)
      : std::runtime_error("standard output: " + std::generic_category().message(error_number)),
        is_broken_pipe_(std::error_code(error_number, std::generic_category()) ==
                        std::errc::broken_pipe) {}

  /// Whether the reader has left, which is no fault.
  [[nodiscard]] bool is_broken_pipe() const noexcept { return is_broken_pipe_; }

 private:
  bool is_broken_pipe_;
};

}  // namespace mido::cli
