// SPDX-License-Identifier: MIT
#include "ports/port_listener.hpp"

#include <utility>

#include "mido/ports/errors.hpp"

namespace mido::detail {

PortListener::PortListener(std::shared_ptr<Driver> driver, std::string api, Look look)
    : driver_(std::move(driver)),
      api_(std::move(api)),
      look_(std::move(look)),
      watch_(driver_->watch(api_, [this] { changed_.release(); })) {
  if (!watch_) throw PortError("this backend does not tell of ports that come and go");
  // What has changed since the driver watches is looked at by the thread.
  look_(ports());
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

PortListener::~PortListener() {
  watch_.reset();
  thread_.request_stop();
  changed_.release();
}

void PortListener::run(const std::stop_token& stop) {
  while (true) {
    changed_.acquire();
    if (stop.stop_requested()) return;
    look_(ports());
  }
}

std::vector<PortInfo> PortListener::ports() const {
  try {
    return driver_->ports(api_);
  } catch (const Error&) {
    return {};  // its system has gone
  }
}

}  // namespace mido::detail
