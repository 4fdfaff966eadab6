// SPDX-License-Identifier: MIT
#include "ports/returning_device.hpp"

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mido/values/errors.hpp"
#include "ports/port_listener.hpp"

namespace mido::detail {

namespace {

// Opens a device, and again whenever its port is back.
template <class Device>
class Reopener {
 public:
  struct Ways {
    std::function<std::shared_ptr<Device>()> open;
    std::function<bool(const Device&)> is_gone;
  };

  Reopener(const std::shared_ptr<Driver>& driver, const PortRequest& request, bool is_input,
           Ways ways)
      : name_(request.name), is_input_(is_input), ways_(std::move(ways)), device_(ways_.open()) {
    listener_.emplace(driver, request.api,
                      [this](const std::vector<PortInfo>& ports) { look(ports); });
  }

  /// The device, or nullptr while it is away.
  [[nodiscard]] std::shared_ptr<Device> device() {
    const std::lock_guard lock(mutex_);
    return device_;
  }

 private:
  [[nodiscard]] bool is_listed(const std::vector<PortInfo>& ports) const {
    return std::ranges::any_of(ports, [this](const PortInfo& port) {
      return port.name == name_ && (is_input_ ? port.is_input : port.is_output);
    });
  }
  // A port may have gone and come back since the last look.
  void look(const std::vector<PortInfo>& ports) {
    const bool listed = is_listed(ports);
    auto old = device();
    if (old && listed && !ways_.is_gone(*old)) return;
    set(nullptr);
    old.reset();
    if (!listed) return;
    try {
      set(ways_.open());
    } catch (const Error&) {
      // Gone again, or taken by another program: the next change is another chance.
    }
  }
  void set(std::shared_ptr<Device> device) {
    const std::lock_guard lock(mutex_);
    device_.swap(device);
  }

  std::string name_;
  bool is_input_;
  Ways ways_;
  std::mutex mutex_;
  std::shared_ptr<Device> device_;
  std::optional<PortListener> listener_;  // the last: its thread uses the others
};

class ReturningInput final : public InputDevice {
 public:
  ReturningInput(const std::shared_ptr<Driver>& driver, const PortRequest& request, Inbox& inbox)
      : reopener_(driver, request, true,
                  {.open =
                       [driver, request, &inbox] {
                         inbox.expect_back();
                         return std::shared_ptr<InputDevice>(driver->open_input(request, inbox));
                       },
                   .is_gone = [&inbox](const InputDevice&) { return inbox.away(); }}) {}

 private:
  Reopener<InputDevice> reopener_;
};

class ReturningOutput final : public OutputDevice {
 public:
  ReturningOutput(const std::shared_ptr<Driver>& driver, const PortRequest& request)
      : reopener_(driver, request, false,
                  {.open =
                       [driver, request] {
                         return std::shared_ptr<OutputDevice>(driver->open_output(request));
                       },
                   .is_gone = [](const OutputDevice& device) { return device.disconnected(); }}) {
    if (const auto device = reopener_.device()) {
      lead_ = device->lead();
      pacing_ = device->sysex_pacing();
      longest_ = device->longest_message();
    }
  }

  Sent write(std::span<const std::uint8_t> bytes) override {
    const auto device = reopener_.device();
    return device ? unless_gone(device->write(bytes)) : Sent::away;
  }
  Sent write_at(std::span<const std::uint8_t> bytes, Timestamp when) override {
    const auto device = reopener_.device();
    return device ? unless_gone(device->write_at(bytes, when)) : Sent::away;
  }
  [[nodiscard]] std::chrono::nanoseconds lead() const override { return lead_; }
  bool wait_for_room(Deadline deadline) override {
    const auto device = reopener_.device();
    return !device || device->wait_for_room(deadline);
  }
  bool drain(Deadline deadline) override {
    const auto device = reopener_.device();
    return !device || device->drain(deadline);
  }
  void interrupt() noexcept override {
    if (const auto device = reopener_.device()) device->interrupt();
  }
  [[nodiscard]] SysexPacing sysex_pacing() const override { return pacing_; }
  [[nodiscard]] std::size_t longest_message() const override { return longest_; }

 private:
  static Sent unless_gone(Sent sent) { return sent == Sent::disconnected ? Sent::away : sent; }

  Reopener<OutputDevice> reopener_;
  std::chrono::nanoseconds lead_{};
  SysexPacing pacing_;
  std::size_t longest_ = any_length;
};

}  // namespace

std::unique_ptr<InputDevice> open_returning_input(std::shared_ptr<Driver> driver,
                                                  const PortRequest& request, Inbox& inbox) {
  return std::make_unique<ReturningInput>(driver, request, inbox);
}

std::unique_ptr<OutputDevice> open_returning_output(std::shared_ptr<Driver> driver,
                                                    const PortRequest& request) {
  return std::make_unique<ReturningOutput>(driver, request);
}

}  // namespace mido::detail
