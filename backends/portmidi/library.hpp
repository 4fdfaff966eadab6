// SPDX-License-Identifier: MIT
#pragma once

#include <portmidi.h>

#include <mutex>
#include <string>
#include <vector>

#include "mido/ports/device.hpp"

namespace mido::portmidi {

/// PortMidi as a whole, which is for one thread at a time. It finds the devices when it starts, and
/// can only start anew while none is open.
class Library {
 public:
  static Library& instance();

  /// The devices, equal names told apart by a number. A device of both directions is one port.
  [[nodiscard]] std::vector<PortInfo> ports();

  /// Throws PortNotFound, or PortError with PortMidi's reason.
  [[nodiscard]] PortMidiStream* open_input(const std::string& name);
  [[nodiscard]] PortMidiStream* open_output(const std::string& name);
  void close(PortMidiStream* stream);

 private:
  struct Found {
    std::string name;
    bool is_input;
    PmDeviceID id;
  };

  // These want the mutex held.
  void start();
  [[nodiscard]] std::vector<Found> find() const;
  [[nodiscard]] PmDeviceID id_of(const std::string& name, bool is_input);

  std::mutex mutex_;
  bool started_ = false;
  int open_ = 0;
};

}  // namespace mido::portmidi
