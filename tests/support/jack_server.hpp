// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

namespace mido::testing {

/// A JACK server without sound hardware, of its own name, which is this process's server as long
/// as it lives. It ends with its process, however that ends. With PipeWire's
/// libjack (LD_LIBRARY_PATH) it is a PipeWire server.
class JackServer {
 public:
  /// Returns when it answers. Throws std::runtime_error when it does not start.
  JackServer();
  JackServer(const JackServer&) = delete;
  JackServer& operator=(const JackServer&) = delete;
  ~JackServer();

  /// Ends it as a crash would.
  void kill();
  /// Starts it again after kill().
  void start();

 private:
  // JACK keeps the names of eight servers, and those that were killed too until a server of the
  // same name starts. So there are a few names, and who wants one waits for it.
  class Slot {
   public:
    Slot();
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot();
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

   private:
    [[nodiscard]] bool take(int number, int how);

    int lock_ = -1;
    std::string name_;
  };

  [[nodiscard]] bool try_to_start(std::chrono::steady_clock::time_point deadline);
  void end(int signal);
  [[nodiscard]] bool has_ended() const;

  Slot slot_;
  ScopedVariable name_{"JACK_DEFAULT_SERVER", slot_.name().c_str()};
  ScopedVariable no_reservation_{"JACK_NO_AUDIO_RESERVATION", "1"};
  ScopedVariable no_start_{"JACK_NO_START_SERVER", "1"};
  TemporaryFolder folder_;
  ScopedVariable pipewire_socket_{"PIPEWIRE_RUNTIME_DIR", folder_.path().c_str()};
  pid_t process_ = 0;
};

}  // namespace mido::testing
