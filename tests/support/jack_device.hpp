// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "mido/ports/device.hpp"

namespace mido::detail {
std::unique_ptr<Driver> make_jack_driver();
}  // namespace mido::detail

namespace mido::testing {

/// An output of the jack backend without the port above it.
inline std::unique_ptr<OutputDevice> open_jack_output(const std::string& name) {
  return detail::make_jack_driver()->open_output(
      {.name = name, .virtual_port = false, .client_name = {}, .api = {}, .settings = {}});
}

/// The same, as the virtual port "`client`:`name`".
inline std::unique_ptr<OutputDevice> make_jack_output(const std::string& client,
                                                      const std::string& name) {
  return detail::make_jack_driver()->open_output(
      {.name = name, .virtual_port = true, .client_name = client, .api = {}, .settings = {}});
}

}  // namespace mido::testing
