// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "client.hpp"
#include "event_thread.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/inbox.hpp"
#include "port_list.hpp"
#include "time_queue.hpp"

namespace mido::alsa {

/// A client that listens to one port of another, or (virtual) to all who connect to it.
class InputPort final : public InputDevice {
 public:
  /// Without a `source` the port is virtual. Throws PortError.
  InputPort(const PortRequest& request, const std::optional<Port>& source,
            std::shared_ptr<TimeQueue> clock, Inbox& inbox);

 private:
  [[nodiscard]] bool take_all();
  void take(const snd_seq_event_t& event, Timestamp offset);
  [[nodiscard]] bool is_connected() const noexcept;
  bool disconnect() noexcept;

  Inbox& inbox_;
  std::shared_ptr<TimeQueue> clock_;
  Client client_;
  CoderHandle decoder_;
  snd_seq_addr_t address_;
  std::optional<snd_seq_addr_t> source_;
  Timestamp latest_{};
  std::optional<EventThread> thread_;  // the last: it uses all the others
};

}  // namespace mido::alsa
