// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <memory>
#include <string>

namespace mido::jack {

/// Closes; also after the server has gone away, but never from a callback of JACK's.
struct ClientCloser {
  void operator()(jack_client_t* client) const noexcept { jack_client_close(client); }
};
using ClientHandle = std::unique_ptr<jack_client_t, ClientCloser>;

/// A client of the running server; never starts one. An empty name is "mido"; JACK adds a number
/// to one that is taken. Throws BackendUnavailable when no server answers, else PortError.
[[nodiscard]] ClientHandle open_client(const std::string& name = {});

}  // namespace mido::jack
