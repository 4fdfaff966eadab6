// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>

namespace mido::vm {

/// Another process of this program that plays a part in a test (see peer.cpp). Ends with its scope.
class Peer {
 public:
  /// Returns when the other process is ready.
  explicit Peer(const std::string& part);
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer();

  /// As SIGKILL does: it has no time to close anything.
  void kill();

 private:
  pid_t process_ = -1;
  int ready_ = -1;  // the pipe it says so by
};

/// What the other process does; the result is its exit status.
int play_part(const std::string& part);

}  // namespace mido::vm
