// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <atomic>
#include <optional>
#include <string>

#include "client.hpp"
#include "cycle.hpp"
#include "mido/ports/device.hpp"
#include "port_list.hpp"

namespace mido::jack {

/// What a port does in its cycles and at its end.
class PortUser {
 public:
  PortUser() = default;
  PortUser(const PortUser&) = delete;
  PortUser& operator=(const PortUser&) = delete;
  virtual ~PortUser() = default;

  /// The process callback. Realtime-safe: it must be.
  virtual void process(jack_nframes_t frames) noexcept = 0;
  /// The server or the port at the other end is gone. Called from a thread of JACK's, more than
  /// once; must not call JACK.
  virtual void lost() noexcept = 0;
};

/// A client with one MIDI port, which is connected to the port that was asked for, or stands there
/// for others when it is a virtual one.
class Port {
 public:
  /// `direction` is that of our own port: JackPortIsInput or JackPortIsOutput. The user is called
  /// from here on, until the port is destroyed. Throws PortNotFound, PortError or
  /// BackendUnavailable.
  Port(const PortRequest& request, JackPortFlags direction, PortUser& user);

  /// How long a cycle is. Thread-safe: yes.
  [[nodiscard]] Timestamp period() const noexcept { return period_; }
  /// The events of this cycle; for the process callback. nullptr when JACK has none.
  [[nodiscard]] void* buffer(jack_nframes_t frames) const noexcept {
    return jack_port_get_buffer(port_, frames);
  }
  /// Whether several ports are connected to ours. Realtime-safe: yes.
  [[nodiscard]] bool is_shared() const noexcept { return connections_ > 1; }
  /// The times of this cycle; for the process callback.
  [[nodiscard]] Cycle cycle(jack_nframes_t frames) noexcept {
    return Cycle::current(client(), frames, clock_offset_);
  }

 private:
  [[nodiscard]] jack_client_t* client() const noexcept { return client_.get(); }
  void find_peer(const PortRequest& request, JackPortFlags direction);
  void make_port(const std::string& name, JackPortFlags direction);
  void start();
  void connect(const std::string& peer, JackPortFlags direction);
  void wait_for_connection() const;

  static int on_process(jack_nframes_t frames, void* self);
  static void on_registration(jack_port_id_t id, int is_new, void* self);
  static void on_connection(jack_port_id_t from, jack_port_id_t to, int is_new, void* self);
  static int on_buffer_size(jack_nframes_t frames, void* self);
  static void on_shutdown(jack_status_t code, const char* reason, void* self);

  PortUser& user_;
  std::optional<HiddenPort> hidden_;
  jack_port_t* port_ = nullptr;
  jack_port_t* peer_ = nullptr;
  std::atomic<int> connections_{0};
  std::atomic<Timestamp> period_;
  ClockOffset clock_offset_;
  Client client_;  // closed before the others go: the callbacks use them
};

}  // namespace mido::jack
