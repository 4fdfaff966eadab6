// SPDX-License-Identifier: MIT
#pragma once

#include <alsa/asoundlib.h>

#include <memory>
#include <string>

#include "mido/messages/message.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/input.hpp"
#include "mido/ports/output.hpp"

namespace mido::vm {

/// The driver under test.
Driver& driver();

/// The full name of the one port that has `part` in its name.
std::string full_name(const std::string& part);

PortRequest request_of(const std::string& name, bool virtual_port = false);
Input open_input(const std::string& name, bool virtual_port = false);
Output open_output(const std::string& name, bool virtual_port = false);
/// The device below a port.
std::unique_ptr<OutputDevice> open_device(const std::string& name);

/// Messages that differ, many times over.
inline constexpr int burst_size = 100'000;
Message numbered(int number);

/// A port made with alsa-lib, of a program that knows nothing of this library.
class RawPort {
 public:
  RawPort(const std::string& name, unsigned capabilities);
  RawPort(const RawPort&) = delete;
  RawPort& operator=(const RawPort&) = delete;
  ~RawPort() { snd_seq_close(handle_); }

  [[nodiscard]] snd_seq_t* handle() const { return handle_; }
  /// Connects it to the port of that name, to which it sends from then on.
  void connect_to(const std::string& part) const;
  /// Sends to all who are connected to it; returns what ALSA says.
  int send(snd_seq_event_t event) const;

 private:
  snd_seq_t* handle_ = nullptr;
  int port_ = -1;
};

}  // namespace mido::vm
