// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace mido::fluid {

/// Listens to what FluidSynth says on this thread while this lives. From the first Log on it
/// prints nothing, on no thread.
class Log {
 public:
  Log();
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  /// The first error, which is the closest to the cause.
  [[nodiscard]] std::string reason() const;

 private:
  static void hear(int level, const char* message, void* data);
  static thread_local Log* current;

  std::string first_error_;
  Log* outer_;
};

/// How many errors there were on threads without a Log: the audio drivers' own.
[[nodiscard]] unsigned unheard_errors() noexcept;

}  // namespace mido::fluid
