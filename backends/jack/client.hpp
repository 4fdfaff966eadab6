// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <atomic>
#include <mutex>
#include <string>

namespace mido::jack {

/// libjack knows one server for the whole process. Who opens, uses or closes a client, but for what
/// callbacks do, holds this meanwhile.
[[nodiscard]] std::unique_lock<std::recursive_mutex> lock_jack();

/// A client of the running server.
class Client {
 public:
  /// Never starts a server. An empty name is "mido"; JACK adds a number to one that is taken.
  /// Throws BackendUnavailable when no server answers, else PortError.
  explicit Client(const std::string& name = {});
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  /// Not to be called from a callback of JACK's.
  ~Client();

  /// nullptr after server_has_gone() and when another client was opened.
  [[nodiscard]] jack_client_t* get() const noexcept { return client_; }

  /// To be told by the shutdown callback.
  void server_has_gone() noexcept { is_orphan_ = true; }

 private:
  void close() noexcept;
  static void close_orphans() noexcept;

  jack_client_t* client_ = nullptr;
  std::atomic<bool> is_orphan_{false};
};

}  // namespace mido::jack
