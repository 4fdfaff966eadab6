// SPDX-License-Identifier: MIT
#include "port_watch.hpp"

#include <utility>

namespace mido::alsa {

namespace {

Client listening_client() {
  Client client("mido watch", Client::Mode::both);
  const auto own = client.make_port("watch", SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_NO_EXPORT);
  client.connect({.client = SND_SEQ_CLIENT_SYSTEM, .port = SND_SEQ_PORT_SYSTEM_ANNOUNCE}, own,
                 "System:Announce");
  return client;
}

bool is_about_ports(const snd_seq_event_t& event) {
  return event.type >= SND_SEQ_EVENT_CLIENT_START && event.type <= SND_SEQ_EVENT_PORT_CHANGE;
}

}  // namespace

Announcements::Announcements(std::function<void()> changed)
    : changed_(std::move(changed)),
      client_(listening_client()),
      thread_(client_, [this] { return take_all(); }) {}

// However many there are, one call tells.
bool Announcements::take_all() {
  bool is_changed = false;
  snd_seq_event_t* event = nullptr;
  auto read = read_event(client_, event);
  for (; read == Read::event || read == Read::overrun; read = read_event(client_, event)) {
    is_changed |= read == Read::overrun || is_about_ports(*event);
  }
  if (is_changed) changed_();
  return read == Read::nothing;
}

}  // namespace mido::alsa
