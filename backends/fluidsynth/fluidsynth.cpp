// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <vector>

#include "live.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "options.hpp"
#include "render.hpp"

namespace mido::fluid {

namespace {

constexpr const char* port_name = "FluidSynth";

/// One output: a synthesizer of its own each time it is opened.
class FluidSynthDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string&) override {
    return {{.name = port_name, .is_output = true}};
  }

  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox&) override {
    throw_port_not_found(request.name, "input", ports(request.api));
  }

  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    if (request.virtual_port) throw PortError("backend 'fluidsynth' has no virtual ports");
    if (request.name != port_name) {
      throw_port_not_found(request.name, "output", ports(request.api));
    }
    if (find_setting(request.settings, "wav") != nullptr) {
      return std::make_unique<RenderDevice>(request);
    }
    return std::make_unique<LiveDevice>(request);
  }

  std::vector<std::string> setting_names() const override { return fluid::setting_names(); }
};

}  // namespace

}  // namespace mido::fluid

namespace mido::detail {

std::unique_ptr<Driver> make_fluidsynth_driver() {
  return std::make_unique<fluid::FluidSynthDriver>();
}

}  // namespace mido::detail
