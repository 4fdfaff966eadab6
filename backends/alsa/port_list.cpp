// SPDX-License-Identifier: MIT
#include "port_list.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace mido::alsa {

namespace {

constexpr unsigned readable = SND_SEQ_PORT_CAP_READ | SND_SEQ_PORT_CAP_SUBS_READ;
constexpr unsigned writable = SND_SEQ_PORT_CAP_WRITE | SND_SEQ_PORT_CAP_SUBS_WRITE;

std::optional<Port> port_of(snd_seq_client_info_t* client, const snd_seq_port_info_t* port) {
  const unsigned capabilities = snd_seq_port_info_get_capability(port);
  if ((capabilities & SND_SEQ_PORT_CAP_NO_EXPORT) != 0) return std::nullopt;
  const bool is_input = (capabilities & readable) == readable;
  const bool is_output = (capabilities & writable) == writable;
  if (!is_input && !is_output) return std::nullopt;

  const auto address = *snd_seq_port_info_get_addr(port);
  const std::string name = std::string(snd_seq_client_info_get_name(client)) + ":" +
                           snd_seq_port_info_get_name(port) + " " + std::to_string(address.client) +
                           ":" + std::to_string(address.port);
  return Port{.address = address,
              .info = {.name = name, .is_input = is_input, .is_output = is_output},
              .is_hardware = (snd_seq_port_info_get_type(port) & SND_SEQ_PORT_TYPE_HARDWARE) != 0};
}

void add_ports(const Client& asking, snd_seq_client_info_t* client, std::vector<Port>& result) {
  const PortDescription port;
  snd_seq_port_info_set_client(port.get(), snd_seq_client_info_get_client(client));
  snd_seq_port_info_set_port(port.get(), -1);
  while (snd_seq_query_next_port(asking.get(), port.get()) >= 0) {
    if (auto found = port_of(client, port.get())) result.push_back(std::move(*found));
  }
}

int rank(const Port& port) {
  if (port.is_hardware) return 0;
  return is_through(port.address) ? 2 : 1;
}

}  // namespace

std::vector<Port> list_ports(const Client& client) {
  std::vector<Port> result;
  const ClientInfo other;
  snd_seq_client_info_set_client(other.get(), -1);
  while (snd_seq_query_next_client(client.get(), other.get()) >= 0) {
    if (snd_seq_client_info_get_client(other.get()) == SND_SEQ_CLIENT_SYSTEM) continue;
    add_ports(client, other.get(), result);
  }
  std::ranges::stable_sort(result, {}, &rank);
  return result;
}

std::vector<PortInfo> infos_of(const std::vector<Port>& ports) {
  std::vector<PortInfo> result;
  result.reserve(ports.size());
  for (const Port& port : ports) result.push_back(port.info);
  return result;
}

Port find_port(const std::vector<Port>& ports, std::string_view name, std::string_view direction) {
  for (const Port& port : ports) {
    const bool fits = direction == "input" ? port.info.is_input : port.info.is_output;
    if (fits && port.info.name == name) return port;
  }
  throw_port_not_found(name, direction, infos_of(ports));
}

bool is_through(snd_seq_addr_t address) noexcept {
  constexpr int through_client = 14;  // SNDRV_SEQ_CLIENT_DUMMY, the same on every machine
  return address.client == through_client;
}

}  // namespace mido::alsa
