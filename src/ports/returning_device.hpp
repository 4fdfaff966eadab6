// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "mido/ports/device.hpp"
#include "mido/ports/inbox.hpp"

/// Devices that may go away and come back: the port over them stays open meanwhile.
namespace mido::detail {

[[nodiscard]] std::unique_ptr<InputDevice> open_returning_input(std::shared_ptr<Driver> driver,
                                                                const PortRequest& request,
                                                                Inbox& inbox);
[[nodiscard]] std::unique_ptr<OutputDevice> open_returning_output(std::shared_ptr<Driver> driver,
                                                                  const PortRequest& request);

}  // namespace mido::detail
