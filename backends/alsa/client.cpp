// SPDX-License-Identifier: MIT
#include "client.hpp"

#include <poll.h>

#include <cerrno>

#include "mido/ports/errors.hpp"
#include "ports/quiet.hpp"

namespace mido::alsa {

namespace {

constexpr const char* device = "/dev/snd/seq";

std::string reason_of(int error) {
  const std::string reason = std::string(device) + ": " + snd_strerror(error);
  switch (error) {
    case -ENOENT:
    case -ENODEV:
      return "no ALSA sequencer on this machine: " + reason + "; modprobe snd-seq";
    case -EACCES:
      return "no access to the ALSA sequencer: " + reason + "; is the user in the group 'audio'?";
    default:
      return "the ALSA sequencer cannot be used: " + reason;
  }
}

SequencerHandle open_sequencer(Client::Mode mode) {
  const detail::Quiet quiet;
  snd_seq_t* handle = nullptr;
  const int error = snd_seq_open(&handle, "default", static_cast<int>(mode), SND_SEQ_NONBLOCK);
  if (error < 0) throw BackendUnavailable(reason_of(error));
  return SequencerHandle(handle);
}

int descriptor_of(snd_seq_t* handle) {
  pollfd descriptor{};
  if (snd_seq_poll_descriptors(handle, &descriptor, 1, POLLOUT) != 1) {
    throw PortError("this ALSA sequencer has no file descriptor");
  }
  return descriptor.fd;
}

}  // namespace

int check(int result, std::string_view what) {
  if (result < 0) throw PortError(std::string(what) + ": " + snd_strerror(result));
  return result;
}

Client::Client(const std::string& name, Mode mode)
    : handle_(open_sequencer(mode)),
      id_(check(snd_seq_client_id(get()), "ALSA client")),
      descriptor_(descriptor_of(get())) {
  check(snd_seq_set_client_name(get(), name.c_str()), "ALSA client '" + name + "'");
}

snd_seq_addr_t Client::make_port(const std::string& name, unsigned capabilities, int queue) {
  const PortDescription port;
  snd_seq_port_info_set_name(port.get(), name.c_str());
  snd_seq_port_info_set_capability(port.get(), capabilities);
  snd_seq_port_info_set_type(port.get(),
                             SND_SEQ_PORT_TYPE_MIDI_GENERIC | SND_SEQ_PORT_TYPE_APPLICATION);
  snd_seq_port_info_set_midi_channels(port.get(), 16);
  if (queue != no_queue) {
    snd_seq_port_info_set_timestamping(port.get(), 1);
    snd_seq_port_info_set_timestamp_real(port.get(), 1);
    snd_seq_port_info_set_timestamp_queue(port.get(), queue);
  }
  check(snd_seq_create_port(get(), port.get()), "ALSA port '" + name + "'");
  return *snd_seq_port_info_get_addr(port.get());
}

void Client::connect(snd_seq_addr_t from, snd_seq_addr_t to, const std::string& peer) {
  const Subscription subscription;
  snd_seq_port_subscribe_set_sender(subscription.get(), &from);
  snd_seq_port_subscribe_set_dest(subscription.get(), &to);
  check(snd_seq_subscribe_port(get(), subscription.get()), "port '" + peer + "'");
}

}  // namespace mido::alsa
