// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <semaphore>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "mido/ports/device.hpp"

namespace mido::detail {

/// Looks at a driver's ports whenever they may have changed, in a thread of its own: what a driver
/// may do while it tells of a change is little.
class PortListener {
 public:
  using Look = std::function<void(const std::vector<PortInfo>& ports)>;

  /// Calls `look` at once and then for every change, until it is destroyed; several changes may be
  /// one look. Throws PortError when the driver does not tell of changes.
  PortListener(std::shared_ptr<Driver> driver, std::string api, Look look);
  PortListener(const PortListener&) = delete;
  PortListener& operator=(const PortListener&) = delete;
  ~PortListener();

 private:
  void run(const std::stop_token& stop);
  [[nodiscard]] std::vector<PortInfo> ports() const;

  std::shared_ptr<Driver> driver_;
  std::string api_;
  Look look_;
  std::counting_semaphore<> changed_{0};
  std::unique_ptr<PortWatch> watch_;
  std::jthread thread_;
};

}  // namespace mido::detail
