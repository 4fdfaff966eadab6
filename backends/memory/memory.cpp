// SPDX-License-Identifier: MIT

// Ports inside the process. A port exists while somebody has it open; what is sent to its outputs
// reaches every input of the same name.

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "mido/ports/device.hpp"
#include "mido/ports/inbox.hpp"

namespace mido::detail {

namespace {

class Bus {
 public:
  void add(Inbox& inbox) {
    const std::lock_guard lock(mutex_);
    inboxes_.push_back(&inbox);
  }

  void remove(Inbox& inbox) {
    const std::lock_guard lock(mutex_);
    std::erase(inboxes_, &inbox);
  }

  // To every input or to none, so that who is told that there was no room may send again.
  Sent write(std::span<const std::uint8_t> message) {
    const std::lock_guard lock(mutex_);
    const auto has_room = [&](const Inbox* inbox) { return inbox->has_room(message.size()); };
    if (!std::ranges::all_of(inboxes_, has_room)) return Sent::queue_full;
    const Timestamp now = timestamp_now();
    for (Inbox* inbox : inboxes_) inbox->write(message, now);
    return Sent::accepted;
  }

 private:
  std::mutex mutex_;
  std::vector<Inbox*> inboxes_;
};

class MemoryInput final : public InputDevice {
 public:
  MemoryInput(std::shared_ptr<Bus> bus, Inbox& inbox) : bus_(std::move(bus)), inbox_(inbox) {
    bus_->add(inbox_);
  }
  ~MemoryInput() override { bus_->remove(inbox_); }

 private:
  std::shared_ptr<Bus> bus_;
  Inbox& inbox_;
};

class MemoryOutput final : public OutputDevice {
 public:
  explicit MemoryOutput(std::shared_ptr<Bus> bus) : bus_(std::move(bus)) {}
  Sent write(std::span<const std::uint8_t> message) override { return bus_->write(message); }

 private:
  std::shared_ptr<Bus> bus_;
};

/// Who wants to know of buses that come and go.
class Watchers {
 public:
  int add(std::function<void()> changed) {
    const std::lock_guard lock(mutex_);
    watchers_.emplace(++last_, std::move(changed));
    return last_;
  }
  void remove(int number) {
    const std::lock_guard lock(mutex_);
    watchers_.erase(number);
  }
  void tell() {
    const std::lock_guard lock(mutex_);
    for (const auto& [number, changed] : watchers_) changed();
  }

 private:
  std::mutex mutex_;
  std::map<int, std::function<void()>> watchers_;
  int last_ = 0;
};

class MemoryWatch final : public PortWatch {
 public:
  MemoryWatch(std::shared_ptr<Watchers> watchers, std::function<void()> changed)
      : watchers_(std::move(watchers)), number_(watchers_->add(std::move(changed))) {}
  ~MemoryWatch() override { watchers_->remove(number_); }

 private:
  std::shared_ptr<Watchers> watchers_;
  int number_;
};

class MemoryDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string& /*api*/) override {
    const std::lock_guard lock(mutex_);
    std::erase_if(buses_, [](const auto& entry) { return entry.second.expired(); });
    std::vector<PortInfo> result;
    for (const auto& [name, bus] : buses_) result.push_back({name, true, true});
    return result;
  }

  bool makes_ports() const override { return true; }

  std::unique_ptr<PortWatch> watch(const std::string& /*api*/,
                                   std::function<void()> changed) override {
    return std::make_unique<MemoryWatch>(watchers_, std::move(changed));
  }

  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& inbox) override {
    return std::make_unique<MemoryInput>(bus(request.name), inbox);
  }

  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    return std::make_unique<MemoryOutput>(bus(request.name));
  }

 private:
  std::shared_ptr<Bus> bus(const std::string& name) {
    const std::lock_guard lock(mutex_);
    auto& known = buses_[name];
    auto result = known.lock();
    if (result) return result;
    // The last who has it tells of its end, when nobody can find it any more.
    known = result = std::shared_ptr<Bus>(new Bus, [watchers = watchers_](const Bus* bus) {
      delete bus;
      watchers->tell();
    });
    watchers_->tell();
    return result;
  }

  std::mutex mutex_;
  std::map<std::string, std::weak_ptr<Bus>> buses_;
  std::shared_ptr<Watchers> watchers_ = std::make_shared<Watchers>();
};

}  // namespace

std::unique_ptr<Driver> make_memory_driver() { return std::make_unique<MemoryDriver>(); }

}  // namespace mido::detail
