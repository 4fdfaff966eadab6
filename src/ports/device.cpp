// SPDX-License-Identifier: MIT
#include "mido/ports/device.hpp"

#include "mido/ports/errors.hpp"

namespace mido {

void throw_port_not_found(std::string_view name, std::string_view direction,
                          std::span<const PortInfo> ports) {
  std::string names;
  for (const PortInfo& port : ports) {
    if (!(direction == "input" ? port.is_input : port.is_output)) continue;
    names += (names.empty() ? "'" : ", '") + port.name + "'";
  }
  const std::string wanted = name.empty() ? "" : " '" + std::string(name) + "'";
  throw PortNotFound("no " + std::string(direction) + " port" + wanted + "; there " +
                     (names.empty() ? "is none" : "are: " + names));
}

}  // namespace mido
