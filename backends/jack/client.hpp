// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>

namespace mido::jack {

/// libjack knows one server for the whole process. Who opens, uses or closes a client, but for what
/// callbacks do, holds this meanwhile.
[[nodiscard]] std::unique_lock<std::recursive_mutex> lock_jack();

/// A client of the running server. It is closed when another one is opened after the server has
/// gone.
class Client {
 public:
  /// Never starts a server. An empty name is "mido"; one that is taken gets a number.
  /// `lost` is called when the server has gone, perhaps more than once, and must not call JACK.
  /// Throws BackendUnavailable when no server answers, else PortError.
  explicit Client(const std::string& name = {}, std::function<void()> lost = {});
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  /// Not to be called from a callback of JACK's.
  ~Client();

  /// nullptr when it was closed before its end.
  [[nodiscard]] jack_client_t* get() const noexcept { return client_; }

  /// One that is open and whose server is not known to have gone, or nullptr. It can be asked what
  /// any client knows, as long as lock_jack() is held.
  [[nodiscard]] static jack_client_t* any() noexcept;

 private:
  static jack_client_t* open_patiently(const std::string& name);
  static jack_client_t* open(const std::string& name, int* status);
  static bool has_orphans() noexcept;
  static void on_shutdown(jack_status_t code, const char* reason, void* self);
  void leave() noexcept;

  std::function<void()> lost_;
  std::atomic<bool> is_orphan_{false};
  jack_client_t* client_ = nullptr;
};

}  // namespace mido::jack
