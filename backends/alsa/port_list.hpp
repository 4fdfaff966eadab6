// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "client.hpp"
#include "mido/ports/device.hpp"

namespace mido::alsa {

/// A port of another client that anybody may connect to.
struct Port {
  snd_seq_addr_t address;
  PortInfo info;
  bool is_hardware = false;
};

/// All of them as `client` sees them: those of devices first, "Midi Through" last, which plays
/// nowhere.
[[nodiscard]] std::vector<Port> list_ports(const Client& client);

[[nodiscard]] std::vector<PortInfo> infos_of(const std::vector<Port>& ports);

/// The port of that name and direction ("input" or "output"). Throws PortNotFound.
[[nodiscard]] Port find_port(const std::vector<Port>& ports, std::string_view name,
                             std::string_view direction);

/// Whether it is "Midi Through", which hands on what it gets to those who listen to it.
[[nodiscard]] bool is_through(snd_seq_addr_t address) noexcept;

}  // namespace mido::alsa
