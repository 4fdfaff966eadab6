// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "client.hpp"
#include "event_thread.hpp"
#include "mido/ports/device.hpp"

namespace mido::alsa {

/// Listens to what the sequencer announces.
class Announcements final : public PortWatch {
 public:
  explicit Announcements(std::function<void()> changed);

 private:
  [[nodiscard]] bool take_all();

  std::function<void()> changed_;
  Client client_;
  EventThread thread_;  // the last: it uses the others
};

}  // namespace mido::alsa
