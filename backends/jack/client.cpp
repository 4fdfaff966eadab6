// SPDX-License-Identifier: MIT
#include "client.hpp"

#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "mido/ports/errors.hpp"
#include "ports/quiet.hpp"

namespace mido::jack {

namespace {

constexpr const char* default_name = "mido";
constexpr int most_tries = 5;

std::string reason_of(int status) {
  if ((status & JackVersionError) != 0) return "the server speaks another version of its protocol";
  if ((status & JackShmFailure) != 0) return "no access to the server's shared memory";
  if ((status & JackServerError) != 0) return "the server does not answer";
  return "the server refuses it";
}

struct Shared {
  std::recursive_mutex mutex;
  std::vector<Client*> clients;
};

Shared& shared() {
  static Shared instance;
  return instance;
}

jack_client_t* open(const std::string& name) {
  if (name.size() >= static_cast<std::size_t>(jack_client_name_size())) {
    throw PortError("'" + name + "' is too long for the name of a JACK client");
  }
  const detail::Quiet quiet;
  jack_status_t status{};
  // JACK 2 now and then refuses a client while another one closes.
  for (int tries = 0; tries < most_tries; ++tries) {
    jack_client_t* const client = jack_client_open(name.c_str(), JackNoStartServer, &status);
    if (client != nullptr) return client;
    if ((status & JackServerError) == 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  if ((status & JackServerFailed) != 0) {
    throw BackendUnavailable(
        "no JACK server is running; start one (jackd -d alsa, or jackd -d dummy without sound "
        "hardware), or run this program with pw-jack where PipeWire is");
  }
  throw PortError("cannot become the JACK client '" + name + "': " + reason_of(status));
}

}  // namespace

std::unique_lock<std::recursive_mutex> lock_jack() { return std::unique_lock(shared().mutex); }

Client::Client(const std::string& name) {
  const auto lock = lock_jack();
  close_orphans();
  shared().clients.reserve(shared().clients.size() + 1);
  client_ = open(name.empty() ? default_name : name);
  shared().clients.push_back(this);
}

Client::~Client() {
  const auto lock = lock_jack();
  std::erase(shared().clients, this);
  close();
}

void Client::close() noexcept {
  if (client_ != nullptr) jack_client_close(std::exchange(client_, nullptr));
}

// libjack crashes when it finds another server while it has clients of one that is gone.
void Client::close_orphans() noexcept {
  for (Client* client : shared().clients) {
    if (client->is_orphan_) client->close();
  }
}

}  // namespace mido::jack
