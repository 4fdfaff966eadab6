// SPDX-License-Identifier: MIT
#include "port.hpp"

#include <jack/midiport.h>
#include <pthread.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include "mido/ports/errors.hpp"

namespace mido::jack {

Port::Port(const PortRequest& request, JackPortFlags direction, PortUser& user)
    : user_(user), client_(request.client_name) {
  if (request.virtual_port) {
    make_port(request.name, direction);
    start();
    return;
  }
  find_peer(request, direction);
  const std::string name = direction == JackPortIsInput ? "input" : "output";
  hidden_.emplace(jack_get_client_name(client()) + (":" + name));
  make_port(name, direction);
  start();
  connect(request.name, direction);
}

void Port::find_peer(const PortRequest& request, JackPortFlags direction) {
  const bool is_input = direction == JackPortIsInput;
  const auto ports = list_ports(client());
  const auto is_wanted = [&](const PortInfo& port) {
    return port.name == request.name && port.is_input == is_input;
  };
  if (std::ranges::any_of(ports, is_wanted)) {
    peer_ = jack_port_by_name(client(), request.name.c_str());
  }
  if (peer_ == nullptr) throw_port_not_found(request.name, is_input ? "input" : "output", ports);
}

void Port::make_port(const std::string& name, JackPortFlags direction) {
  port_ = jack_port_register(client(), name.c_str(), JACK_DEFAULT_MIDI_TYPE, direction, 0);
  if (port_ == nullptr) throw PortError("JACK refuses to make the port '" + name + "'");
}

void Port::start() {
  jack_set_process_callback(client(), &Port::on_process, this);
  jack_set_port_registration_callback(client(), &Port::on_registration, this);
  jack_set_port_connect_callback(client(), &Port::on_connection, this);
  jack_set_buffer_size_callback(client(), &Port::on_buffer_size, this);
  on_buffer_size(jack_get_buffer_size(client()), this);
  jack_on_info_shutdown(client(), &Port::on_shutdown, this);
  if (jack_activate(client()) != 0) throw PortError("JACK refuses to start a client");
}

void Port::connect(const std::string& peer, JackPortFlags direction) {
  const char* from = jack_port_name(port_);
  const char* to = peer.c_str();
  if (direction == JackPortIsInput) std::swap(from, to);
  const int error = jack_connect(client(), from, to);
  if (error != 0 && error != EEXIST) {
    throw PortError("JACK cannot connect '" + std::string(from) + "' to '" + to + "'");
  }
  wait_for_connection();
}

// JACK takes the new graph at the beginning of one of its next cycles. What is played before is
// lost.
void Port::wait_for_connection() const {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (jack_port_connected(port_) == 0) {
    if (std::chrono::steady_clock::now() >= deadline) throw PortError("JACK does not connect");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

// When a client closes, libjack cancels its process thread wherever it is; in here that would be
// the end of the program. Nothing may be destroyed in this function: a cancelled thread leaves it
// by an exception of the system's.
int Port::on_process(jack_nframes_t frames, void* self) {
  int state = 0;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
  static_cast<Port*>(self)->user_.process(frames);
  pthread_setcancelstate(state, nullptr);
  return 0;
}

void Port::on_registration(jack_port_id_t id, int is_new, void* self) {
  const auto& port = *static_cast<Port*>(self);
  if (is_new != 0 || port.peer_ == nullptr) return;
  if (jack_port_by_id(port.client(), id) == port.peer_) port.user_.lost();
}

void Port::on_connection(jack_port_id_t from, jack_port_id_t to, int is_new, void* self) {
  auto& port = *static_cast<Port*>(self);
  const auto is_ours = [&](jack_port_id_t id) {
    return jack_port_by_id(port.client(), id) == port.port_;
  };
  if (is_ours(from) || is_ours(to)) port.connections_ += is_new != 0 ? 1 : -1;
}

int Port::on_buffer_size(jack_nframes_t frames, void* self) {
  auto& port = *static_cast<Port*>(self);
  constexpr auto second = Timestamp(std::chrono::seconds(1));
  port.period_ = second * std::int64_t{frames} / jack_get_sample_rate(port.client());
  return 0;
}

void Port::on_shutdown(jack_status_t, const char*, void* self) {
  auto& port = *static_cast<Port*>(self);
  port.client_.server_has_gone();
  port.user_.lost();
}

}  // namespace mido::jack
