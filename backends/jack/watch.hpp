// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <semaphore>
#include <thread>

#include "client.hpp"
#include "mido/ports/device.hpp"

namespace mido::jack {

/// Hears from JACK of ports that come, go or get another name, and of the server's end.
class Watch final : public PortWatch {
 public:
  /// Throws as open_client() does.
  explicit Watch(std::function<void()> changed);
  ~Watch() override;

 private:
  void run();
  void tell() noexcept;

  // JACK's own thread must not call JACK, which `changed` may want to do: there is another for it.
  std::function<void()> changed_;
  std::atomic<bool> has_changed_{false};
  std::atomic<bool> stop_{false};
  std::counting_semaphore<> signal_{0};
  ClientHandle client_;
  std::thread thread_;
};

}  // namespace mido::jack
