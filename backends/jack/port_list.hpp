// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <string>
#include <vector>

#include "mido/ports/device.hpp"

namespace mido::jack {

/// A port of this process that only connects another one to it, and is therefore not listed.
/// Thread-safe: yes.
class HiddenPort {
 public:
  explicit HiddenPort(std::string name);
  HiddenPort(const HiddenPort&) = delete;
  HiddenPort& operator=(const HiddenPort&) = delete;
  ~HiddenPort();

 private:
  std::string name_;
};

/// The MIDI ports that the server has, the hardware first. What is an output to JACK is an input
/// to us.
[[nodiscard]] std::vector<PortInfo> list_ports(jack_client_t* client);

}  // namespace mido::jack
