// SPDX-License-Identifier: MIT
#pragma once

#include <alsa/asoundlib.h>

#include <cstddef>
#include <string>

#include "mido/ports/device.hpp"

namespace mido::alsa {

/// The largest pool of events that the kernel gives a client, in cells. A short message takes one,
/// a part of sysex one and its bytes.
inline constexpr std::size_t most_cells = 2000;
inline constexpr std::size_t cell_size = sizeof(snd_seq_event_t);

[[nodiscard]] constexpr std::size_t cells_of_sysex(std::size_t bytes) {
  return 1 + (bytes + cell_size - 1) / cell_size;
}

/// How other programs see the client of a port.
[[nodiscard]] inline std::string client_name(const PortRequest& request) {
  return request.client_name.empty() ? "mido" : request.client_name;
}

}  // namespace mido::alsa
