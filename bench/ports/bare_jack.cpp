// SPDX-License-Identifier: MIT
#include <jack/jack.h>
#include <jack/midiport.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <semaphore>
#include <thread>

#include "bench/ports/rows.hpp"
#include "mido/values/timestamp.hpp"

namespace bench::ports {

namespace {

/// One client with an output that leads to its own input. A message is a flag that is set.
struct Wire {
  jack_client_t* client = nullptr;
  jack_port_t* out = nullptr;
  jack_port_t* in = nullptr;
  std::atomic<bool> to_send{false};
  std::counting_semaphore<> arrived{0};

  static int process(jack_nframes_t frames, void* self) {
    auto& wire = *static_cast<Wire*>(self);
    void* const buffer = jack_port_get_buffer(wire.out, frames);
    jack_midi_clear_buffer(buffer);
    if (wire.to_send.exchange(false)) {
      constexpr std::array<jack_midi_data_t, 3> note{0x90, 60, 64};
      jack_midi_event_write(buffer, 0, note.data(), note.size());
    }
    const auto count = jack_midi_get_event_count(jack_port_get_buffer(wire.in, frames));
    if (count > 0) wire.arrived.release(count);
    return 0;
  }
};

}  // namespace

Figures bare_jack() {
  Figures figures{.name = "bare_jack"};
  Wire wire;
  Wire receiver;  // another client, as the ports of the library are
  wire.client = jack_client_open("bare-out", JackNoStartServer, nullptr);
  receiver.client = jack_client_open("bare-in", JackNoStartServer, nullptr);
  if (wire.client == nullptr || receiver.client == nullptr) {
    figures.error = "no JACK server is running";
    return figures;
  }
  for (Wire* each : {&wire, &receiver}) {
    each->out =
        jack_port_register(each->client, "out", JACK_DEFAULT_MIDI_TYPE, JackPortIsOutput, 0);
    each->in = jack_port_register(each->client, "in", JACK_DEFAULT_MIDI_TYPE, JackPortIsInput, 0);
    jack_set_process_callback(each->client, &Wire::process, each);
    jack_activate(each->client);
  }
  jack_connect(wire.client, jack_port_name(wire.out), jack_port_name(receiver.in));

  std::vector<double> taken;
  for (int i = 0; i < 500; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const mido::Timestamp begin = mido::timestamp_now();
    wire.to_send = true;
    receiver.arrived.acquire();
    taken.push_back(static_cast<double>((mido::timestamp_now() - begin).count()) / 1e3);
  }
  add_latencies(figures, std::move(taken));
  jack_client_close(receiver.client);
  jack_client_close(wire.client);
  return figures;
}

}  // namespace bench::ports
