// SPDX-License-Identifier: MIT
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client.hpp"
#include "input_port.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "output_port.hpp"
#include "port_list.hpp"
#include "port_watch.hpp"
#include "time_queue.hpp"

namespace mido::alsa {

namespace {

/// A queue that lives as long as some port uses it.
class SharedClock {
 public:
  explicit SharedClock(unsigned ticks_per_second) : ticks_per_second_(ticks_per_second) {}

  std::shared_ptr<TimeQueue> get() {
    const std::lock_guard lock(mutex_);
    auto result = clock_.lock();
    if (!result) clock_ = result = std::make_shared<TimeQueue>(ticks_per_second_);
    return result;
  }

 private:
  unsigned ticks_per_second_;
  std::mutex mutex_;
  std::weak_ptr<TimeQueue> clock_;
};

class AlsaDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string& /*api*/) override { return infos_of(list()); }

  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& inbox) override {
    return std::make_unique<InputPort>(request, peer_of(request, "input"), stamps_.get(), inbox);
  }

  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    return std::make_unique<OutputPort>(request, peer_of(request, "output"),
                                        [ticks = ticks_] { return ticks->get(); });
  }

  std::string problem(const std::string& /*api*/) override {
    try {
      list();
      return {};
    } catch (const Error& error) {
      return error.what();
    }
  }

  std::unique_ptr<PortWatch> watch(const std::string& /*api*/,
                                   std::function<void()> changed) override {
    return std::make_unique<Announcements>(std::move(changed));
  }

 private:
  // The client that asks stays: one that came and went would be announced each time.
  std::vector<Port> list() {
    const std::lock_guard lock(mutex_);
    if (!client_) client_.emplace("mido", Client::Mode::output);
    return list_ports(*client_);
  }

  std::optional<Port> peer_of(const PortRequest& request, std::string_view direction) {
    if (request.virtual_port) return std::nullopt;
    return find_port(list(), request.name, direction);
  }

  std::mutex mutex_;
  std::optional<Client> client_;
  // Between its ticks the kernel stamps by its own clock, but what is scheduled waits for one.
  SharedClock stamps_{1000};
  std::shared_ptr<SharedClock> ticks_ = std::make_shared<SharedClock>(5000);
};

}  // namespace

}  // namespace mido::alsa

namespace mido::detail {

std::unique_ptr<Driver> make_alsa_driver() { return std::make_unique<alsa::AlsaDriver>(); }

}  // namespace mido::detail
