// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <utility>

#include "mido/ports/backend.hpp"
#include "ports/port_listener.hpp"

namespace mido {

struct PortObserver::State {
  State(std::shared_ptr<Driver> driver, std::string api,
        std::function<void(const PortChange&)> report)
      : callback(std::move(report)),
        listener(std::move(driver), std::move(api),
                 [this](const std::vector<PortInfo>& ports) { look(ports); }) {}

  void look(const std::vector<PortInfo>& now) {
    if (known) {
      tell_what_is_only_in(*known, now, false);
      tell_what_is_only_in(now, *known, true);
    }
    known = now;
  }
  void tell_what_is_only_in(const std::vector<PortInfo>& these, const std::vector<PortInfo>& others,
                            bool added) const {
    for (const PortInfo& port : these) {
      if (std::ranges::find(others, port) == others.end()) callback({port, added});
    }
  }

  std::function<void(const PortChange&)> callback;
  std::optional<std::vector<PortInfo>> known;
  detail::PortListener listener;  // the last: its thread uses the others
};

PortObserver::PortObserver(std::unique_ptr<State> state) : state_(std::move(state)) {}
PortObserver::PortObserver(PortObserver&&) noexcept = default;
PortObserver& PortObserver::operator=(PortObserver&&) noexcept = default;
PortObserver::~PortObserver() = default;

PortObserver Backend::observe(std::function<void(const PortChange&)> callback) const {
  return PortObserver(std::make_unique<PortObserver::State>(driver_, api_, std::move(callback)));
}

}  // namespace mido
