// SPDX-License-Identifier: MIT
#include "ports.hpp"

#include <stdexcept>

#include "mido/ports/backend.hpp"

namespace mido::detail {
std::unique_ptr<Driver> make_alsa_driver();
}  // namespace mido::detail

namespace mido::vm {

namespace {

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

Input open_input(const std::string& name, bool virtual_port) {
  return Backend("alsa").open_input(name, {.virtual_port = virtual_port});
}

Output open_output(const std::string& name, bool virtual_port) {
  return Backend("alsa").open_output(name, {.virtual_port = virtual_port});
}

std::unique_ptr<OutputDevice> open_device(const std::string& name) {
  return driver().open_output(request_of(full_name(name)));
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
