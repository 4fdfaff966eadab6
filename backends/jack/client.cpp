// SPDX-License-Identifier: MIT
#include "client.hpp"

#include "mido/ports/errors.hpp"
#include "ports/quiet.hpp"

namespace mido::jack {

namespace {

constexpr const char* default_name = "mido";

std::string reason_of(int status) {
  if ((status & JackVersionError) != 0) return "the server speaks another version of its protocol";
  if ((status & JackShmFailure) != 0) return "no access to the server's shared memory";
  if ((status & JackServerError) != 0) return "the server does not answer";
  return "the server refuses it";
}

}  // namespace

ClientHandle open_client(const std::string& name) {
  const std::string wanted = name.empty() ? default_name : name;
  if (wanted.size() >= static_cast<std::size_t>(jack_client_name_size())) {
    throw PortError("'" + wanted + "' is too long for the name of a JACK client");
  }
  const detail::Quiet quiet;
  jack_status_t status{};
  ClientHandle client(jack_client_open(wanted.c_str(), JackNoStartServer, &status));
  if (client) return client;
  if ((status & JackServerFailed) != 0) {
    throw BackendUnavailable(
        "no JACK server is running; start one (jackd -d alsa, or jackd -d dummy without sound "
        "hardware), or run this program with pw-jack where PipeWire is");
  }
  throw PortError("cannot become the JACK client '" + wanted + "': " + reason_of(status));
}

}  // namespace mido::jack
