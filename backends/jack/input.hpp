// SPDX-License-Identifier: MIT
#pragma once

#include "mido/ports/inbox.hpp"
#include "port.hpp"

namespace mido::jack {

/// Delivers every event with the time of its frame.
class JackInput final : public InputDevice, private PortUser {
 public:
  JackInput(const PortRequest& request, Inbox& inbox)
      : inbox_(inbox), port_(request, JackPortIsInput, *this) {}

 private:
  void process(jack_nframes_t frames) noexcept override;
  void lost() noexcept override { inbox_.disconnect(); }

  Inbox& inbox_;
  Port port_;  // last: as long as it lives, this object is called
};

}  // namespace mido::jack
