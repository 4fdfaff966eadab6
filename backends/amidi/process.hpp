// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace mido::amidi {

/// A program that runs and whose output can be read. Ended when destroyed.
class Process {
 public:
  /// Throws PortError when it cannot be started.
  explicit Process(const std::vector<std::string>& arguments);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Waits for output; empty when there will be none any more.
  [[nodiscard]] std::string read();
  /// Tells it to end; read() comes to an end then.
  void stop() noexcept;
  /// Whether it has ended by itself.
  [[nodiscard]] bool has_ended() const noexcept;
  /// Whether it has a file open whose path begins so, and waits for something.
  [[nodiscard]] bool waits_with(std::string_view path) const;
  /// Waits for its end; its exit status, or -1 when a signal ended it.
  [[nodiscard]] int wait() noexcept;

 private:
  pid_t pid_ = -1;
  int output_ = -1;
};

/// All that a program prints. Sets `status` to its exit status.
[[nodiscard]] std::string output_of(const std::vector<std::string>& arguments, int& status);

}  // namespace mido::amidi
