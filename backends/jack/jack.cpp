// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client.hpp"
#include "input.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "output.hpp"
#include "port_list.hpp"
#include "watch.hpp"

namespace mido::jack {

namespace {

/// Each open port is a client of its own. Which server it is, is for libjack to know: a process
/// has one, and JACK_DEFAULT_SERVER names it.
class JackDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string&) override {
    const auto lock = lock_jack();
    return list_ports(Client().get());
  }

  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& inbox) override {
    const auto lock = lock_jack();
    return std::make_unique<JackInput>(request, inbox);
  }

  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    const auto lock = lock_jack();
    return std::make_unique<JackOutput>(request);
  }

  std::string problem(const std::string&) override {
    try {
      const Client client;
      return {};
    } catch (const Error& error) {
      return error.what();
    }
  }

  std::unique_ptr<PortWatch> watch(const std::string&, std::function<void()> changed) override {
    return std::make_unique<Watch>(std::move(changed));
  }
};

}  // namespace

}  // namespace mido::jack

namespace mido::detail {

std::unique_ptr<Driver> make_jack_driver() { return std::make_unique<jack::JackDriver>(); }

}  // namespace mido::detail
