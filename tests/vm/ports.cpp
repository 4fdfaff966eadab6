// SPDX-License-Identifier: MIT
#include "ports.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "mido/ports/backend.hpp"

namespace mido::detail {
std::unique_ptr<Driver> make_alsa_driver();
}  // namespace mido::detail

namespace mido::vm {

namespace {

void write_part(OutputDevice& output, std::span<const std::uint8_t> part) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (true) {
    const Sent sent = output.write(part);
    if (sent == Sent::accepted) return;
    if (sent == Sent::disconnected) throw PortDisconnected("it is gone");
    if (!output.wait_for_room(deadline)) throw PortError("there is no room");
  }
}

int checked_result(int result) {
  if (result < 0) throw std::runtime_error(snd_strerror(result));
  return result;
}

}  // namespace

Driver& driver() {
  static const auto instance = detail::make_alsa_driver();
  return *instance;
}

std::string full_name(const std::string& part) {
  for (const PortInfo& port : driver().ports("")) {
    if (port.name.find(part) != std::string::npos) return port.name;
  }
  throw PortNotFound("no port with '" + part + "' in its name");
}

PortRequest request_of(const std::string& name, bool virtual_port) {
  PortRequest request;
  request.name = name;
  request.virtual_port = virtual_port;
  return request;
}

std::unique_ptr<OutputDevice> open_output(const std::string& name, bool virtual_port) {
  return driver().open_output(request_of(virtual_port ? name : full_name(name), virtual_port));
}

Input open_input(const std::string& name, bool virtual_port) {
  return Backend("alsa").open_input(virtual_port ? name : full_name(name),
                                    {.virtual_port = virtual_port});
}

void write(OutputDevice& output, const Message& message) {
  const auto bytes = message.wire();
  const std::size_t chunk = output.sysex_pacing().chunk;
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    write_part(output, bytes.subspan(at, std::min(chunk, bytes.size() - at)));
  }
}

Message numbered(int number) {
  return PitchWheel{.channel = checked(number / 16384 % 16),
                    .pitch = checked(number % 16384 - 8192)};
}

RawPort::RawPort(const std::string& name, unsigned capabilities) {
  checked_result(snd_seq_open(&handle_, "default", SND_SEQ_OPEN_DUPLEX, SND_SEQ_NONBLOCK));
  port_ = checked_result(snd_seq_create_simple_port(handle_, name.c_str(), capabilities,
                                                    SND_SEQ_PORT_TYPE_MIDI_GENERIC));
}

void RawPort::connect_to(const std::string& part) const {
  const std::string name = full_name(part);
  const auto address = name.substr(name.rfind(' ') + 1);
  const auto colon = address.find(':');
  checked_result(snd_seq_connect_to(handle_, port_, std::stoi(address.substr(0, colon)),
                                    std::stoi(address.substr(colon + 1))));
}

int RawPort::send(snd_seq_event_t event) const {
  event.source.port = static_cast<unsigned char>(port_);
  event.dest = {.client = SND_SEQ_ADDRESS_SUBSCRIBERS, .port = SND_SEQ_ADDRESS_UNKNOWN};
  event.queue = SND_SEQ_QUEUE_DIRECT;
  return snd_seq_event_output_direct(handle_, &event);
}

}  // namespace mido::vm
