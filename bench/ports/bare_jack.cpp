// SPDX-License-Identifier: MIT
#include <jack/jack.h>
#include <jack/midiport.h>

#include <array>
#include <atomic>
#include <chrono>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include "bench/ports/latencies.hpp"
#include "bench/ports/rows.hpp"

namespace bench::ports {

namespace {

using namespace std::chrono_literals;

/// A client with an output and an input. A message is one that is counted.
class Client {
 public:
  explicit Client(const char* name) : client_(jack_client_open(name, JackNoStartServer, nullptr)) {
    if (client_ == nullptr) throw std::runtime_error("no JACK server is running");
    out_ = jack_port_register(client_, "out", JACK_DEFAULT_MIDI_TYPE, JackPortIsOutput, 0);
    in_ = jack_port_register(client_, "in", JACK_DEFAULT_MIDI_TYPE, JackPortIsInput, 0);
    jack_set_process_callback(client_, &Client::process, this);
    jack_activate(client_);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { jack_client_close(client_); }

  // What is sent before JACK has taken the new graph is lost.
  void connect_to(const Client& receiver) {
    jack_connect(client_, jack_port_name(out_), jack_port_name(receiver.in_));
    while (jack_port_connected(receiver.in_) == 0) std::this_thread::sleep_for(1ms);
  }

  void send() { ++to_send_; }
  [[nodiscard]] bool receive() { return arrived_.try_acquire_for(1s); }

 private:
  static int process(jack_nframes_t frames, void* self) {
    auto& client = *static_cast<Client*>(self);
    void* const buffer = jack_port_get_buffer(client.out_, frames);
    jack_midi_clear_buffer(buffer);
    for (int left = client.to_send_.exchange(0); left > 0; --left) {
      constexpr std::array<jack_midi_data_t, 3> note{0x90, 60, 64};
      jack_midi_event_write(buffer, 0, note.data(), note.size());
    }
    const auto count = jack_midi_get_event_count(jack_port_get_buffer(client.in_, frames));
    if (count > 0) client.arrived_.release(count);
    return 0;
  }

  jack_client_t* client_;
  jack_port_t* out_ = nullptr;
  jack_port_t* in_ = nullptr;
  std::atomic<int> to_send_{0};
  std::counting_semaphore<> arrived_{0};
};

}  // namespace

std::vector<double> bare_jack(std::size_t messages) {
  // Two clients, as the ports of the library are.
  Client receiver("bare-in");
  Client sender("bare-out");
  sender.connect_to(receiver);
  return latencies(
      messages, [&] { sender.send(); }, [&] { return receiver.receive(); });
}

}  // namespace bench::ports
