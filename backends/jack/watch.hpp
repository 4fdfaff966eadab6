// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <semaphore>
#include <thread>

#include "client.hpp"
#include "mido/ports/device.hpp"

namespace mido::jack {

/// Hears from JACK of ports that come, go or get another name, and of the server's end. Where there
/// is no server it looks for one every second, since nobody tells.
class Watch final : public PortWatch {
 public:
  explicit Watch(std::function<void()> changed);
  ~Watch() override;

 private:
  [[nodiscard]] bool connect();
  void run();
  void tell() noexcept;

  // JACK's own thread must not call JACK, which `changed` may want to do: there is another for it.
  std::function<void()> changed_;
  std::atomic<bool> has_changed_{false};
  std::atomic<bool> has_lost_server_{false};
  std::atomic<bool> stop_{false};
  std::counting_semaphore<> signal_{0};
  std::optional<Client> client_;  // none while there is no server
  std::thread thread_;
};

}  // namespace mido::jack
