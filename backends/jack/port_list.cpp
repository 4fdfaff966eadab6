// SPDX-License-Identifier: MIT
#include "port_list.hpp"

#include <mutex>
#include <set>
#include <utility>

#include "name_list.hpp"

namespace mido::jack {

namespace {

struct HiddenNames {
  std::mutex mutex;
  std::multiset<std::string> names;
};

HiddenNames& hidden() {
  static HiddenNames instance;
  return instance;
}

// Appends the ports that have the flags; `physical` is JackPortIsPhysical or 0.
void append(std::vector<PortInfo>& ports, jack_client_t* client, unsigned long direction,
            int physical) {
  const NameList names(jack_get_ports(client, nullptr, JACK_DEFAULT_MIDI_TYPE, direction));
  if (!names) return;
  for (const char** name = names.get(); *name != nullptr; ++name) {
    const jack_port_t* const port = jack_port_by_name(client, *name);
    if (port == nullptr || (jack_port_flags(port) & JackPortIsPhysical) != physical) continue;
    if (hidden().names.contains(*name)) continue;
    ports.push_back({.name = *name,
                     .is_input = direction == JackPortIsOutput,
                     .is_output = direction == JackPortIsInput});
  }
}

}  // namespace

HiddenPort::HiddenPort(std::string name) : name_(std::move(name)) {
  const std::lock_guard lock(hidden().mutex);
  hidden().names.insert(name_);
}

HiddenPort::~HiddenPort() {
  const std::lock_guard lock(hidden().mutex);
  hidden().names.erase(hidden().names.find(name_));
}

std::vector<PortInfo> list_ports(jack_client_t* client) {
  const std::lock_guard lock(hidden().mutex);
  std::vector<PortInfo> ports;
  for (const int physical : {int{JackPortIsPhysical}, 0}) {
    append(ports, client, JackPortIsOutput, physical);
    append(ports, client, JackPortIsInput, physical);
  }
  return ports;
}

}  // namespace mido::jack
