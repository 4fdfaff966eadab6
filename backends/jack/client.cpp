// SPDX-License-Identifier: MIT
#include "client.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "mido/ports/errors.hpp"
#include "name_list.hpp"
#include "ports/quiet.hpp"

namespace mido::jack {

namespace {

constexpr const char* default_name = "mido";
constexpr int most_tries = 100;  // in a second
constexpr int most_namesakes = 100;

struct Shared {
  std::recursive_mutex mutex;
  std::vector<Client*> clients;
};

Shared& shared() {
  static Shared instance;
  return instance;
}

jack_client_t* try_open(const std::string& name, int* status) {
  jack_status_t result{};
  jack_client_t* const client = jack_client_open(name.c_str(), JackNoStartServer, &result);
  *status = result;
  return client;
}

std::string reason_of(int status) {
  if ((status & JackVersionError) != 0) return "the server speaks another version of its protocol";
  if ((status & JackShmFailure) != 0) return "no access to the server's shared memory";
  if ((status & JackServerError) != 0) return "the server does not answer";
  return "the server refuses it";
}

// Whether ports of others have the name of a client that has none yet.
bool has_namesake(jack_client_t* client) {
  const std::string prefix = jack_get_client_name(client) + std::string(":");
  const NameList names(jack_get_ports(client, nullptr, nullptr, 0));
  for (const char** name = names.get(); name != nullptr && *name != nullptr; ++name) {
    if (std::string_view(*name).starts_with(prefix)) return true;
  }
  return false;
}

std::string numbered(const std::string& name, int number) {
  return name + (number < 10 ? "-0" : "-") + std::to_string(number);
}

[[noreturn]] void throw_not_open(const std::string& name, int status) {
  if ((status & JackServerFailed) == 0) {
    throw PortError("cannot become the JACK client '" + name + "': " + reason_of(status));
  }
  throw BackendUnavailable(
      "no JACK server is running; start one (jackd -d alsa, or jackd -d dummy without sound "
      "hardware), or run this program with pw-jack where PipeWire is");
}

}  // namespace

std::unique_lock<std::recursive_mutex> lock_jack() { return std::unique_lock(shared().mutex); }

Client::Client(const std::string& name, std::function<void()> lost) : lost_(std::move(lost)) {
  const std::string wanted = name.empty() ? default_name : name;
  if (wanted.size() >= static_cast<std::size_t>(jack_client_name_size())) {
    throw PortError("'" + wanted + "' is too long for the name of a JACK client");
  }
  const auto lock = lock_jack();
  shared().clients.reserve(shared().clients.size() + 1);
  const detail::Quiet quiet;
  client_ = open_patiently(wanted);
  // PipeWire lets clients have the same name, and then takes the ports of one for those of another.
  for (int number = 1; number < most_namesakes && has_namesake(client_); ++number) {
    jack_client_close(client_);
    client_ = open_patiently(numbered(wanted, number));
  }
  if (lost_) jack_on_info_shutdown(client_, &Client::on_shutdown, this);
  shared().clients.push_back(this);
}

Client::~Client() {
  const auto lock = lock_jack();
  std::erase(shared().clients, this);
  if (client_ != nullptr) jack_client_close(client_);
}

jack_client_t* Client::any() noexcept {
  for (const Client* client : shared().clients) {
    if (client->client_ != nullptr && !client->is_orphan_) return client->client_;
  }
  return nullptr;
}

// JACK 2 now and then refuses a client while another one closes.
jack_client_t* Client::open_patiently(const std::string& name) {
  int status = 0;
  jack_client_t* client = open(name, &status);
  for (int tries = 1; client == nullptr && tries < most_tries; ++tries) {
    if ((status & JackServerError) == 0) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    client = open(name, &status);
  }
  if (client == nullptr) throw_not_open(name, status);
  return client;
}

// When its server has gone, jack_client_open() deletes all clients that there are, though somebody
// will close them. So that is done before; and when the server goes during the call, a second call
// makes sure that they were deleted.
jack_client_t* Client::open(const std::string& name, int* status) {
  if (has_orphans()) {
    for (Client* client : shared().clients) {
      if (client->client_ != nullptr) jack_client_close(client->client_);
      client->leave();
    }
  }
  jack_client_t* client = try_open(name, status);
  if (client == nullptr && has_orphans()) {
    client = try_open(name, status);
    for (Client* other : shared().clients) other->leave();
  }
  return client;
}

bool Client::has_orphans() noexcept {
  return std::ranges::any_of(shared().clients, [](const Client* client) {
    return client->client_ != nullptr && client->is_orphan_;
  });
}

void Client::leave() noexcept {
  client_ = nullptr;
  if (lost_) lost_();
}

void Client::on_shutdown(jack_status_t, const char*, void* self) {
  auto& client = *static_cast<Client*>(self);
  client.is_orphan_ = true;
  client.lost_();
}

}  // namespace mido::jack
