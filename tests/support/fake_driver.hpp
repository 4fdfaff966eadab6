// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "mido/ports/backend.hpp"

namespace mido::testing {

/// A driver whose devices a test plugs in and pulls out.
class FakeDriver final : public Driver {
 public:
  /// A new port of both directions, told to who watches.
  void plug(const std::string& name) {
    {
      const std::lock_guard lock(mutex_);
      ports_.push_back({name, true, true});
    }
    tell();
  }
  /// The port goes away, and with it the devices that are open on it.
  void pull(const std::string& name) {
    {
      const std::lock_guard lock(mutex_);
      std::erase_if(ports_, [&](const PortInfo& port) { return port.name == name; });
      for (Inbox* inbox : inboxes_) inbox->disconnect();
      ++pulls_;
    }
    tell();
  }
  /// Delivers to every open input.
  void deliver(std::span<const std::uint8_t> bytes) {
    const std::lock_guard lock(mutex_);
    for (Inbox* inbox : inboxes_) inbox->write(bytes, timestamp_now());
  }
  /// Every open input is told that something was lost.
  void lose() {
    const std::lock_guard lock(mutex_);
    for (Inbox* inbox : inboxes_) inbox->mark_lost();
  }
  [[nodiscard]] std::vector<Bytes> written() {
    const std::lock_guard lock(mutex_);
    return written_;
  }
  [[nodiscard]] int opened() {
    const std::lock_guard lock(mutex_);
    return opened_;
  }

  std::vector<PortInfo> ports(const std::string& /*api*/) override {
    const std::lock_guard lock(mutex_);
    return ports_;
  }
  std::unique_ptr<InputDevice> open_input(const PortRequest& /*request*/, Inbox& inbox) override {
    return std::make_unique<FakeInput>(*this, inbox);
  }
  std::unique_ptr<OutputDevice> open_output(const PortRequest& /*request*/) override {
    return std::make_unique<FakeOutput>(*this);
  }
  std::unique_ptr<PortWatch> watch(const std::string& /*api*/,
                                   std::function<void()> changed) override {
    return std::make_unique<FakeWatch>(*this, std::move(changed));
  }

 private:
  struct FakeInput final : InputDevice {
    FakeInput(FakeDriver& of, Inbox& into) : driver(of), inbox(into) {
      const std::lock_guard lock(driver.mutex_);
      driver.inboxes_.push_back(&inbox);
      ++driver.opened_;
    }
    ~FakeInput() override {
      const std::lock_guard lock(driver.mutex_);
      std::erase(driver.inboxes_, &inbox);
    }
    FakeDriver& driver;
    Inbox& inbox;
  };
  struct FakeOutput final : OutputDevice {
    explicit FakeOutput(FakeDriver& of) : driver(of) {
      const std::lock_guard lock(driver.mutex_);
      pulls = driver.pulls_;
      ++driver.opened_;
    }
    Sent write(std::span<const std::uint8_t> bytes) override {
      const std::lock_guard lock(driver.mutex_);
      if (disconnected()) return Sent::disconnected;
      driver.written_.emplace_back(bytes.begin(), bytes.end());
      return Sent::accepted;
    }
    [[nodiscard]] bool disconnected() const noexcept override { return driver.pulls_ != pulls; }
    FakeDriver& driver;
    int pulls = 0;  // those before it was opened
  };
  struct FakeWatch final : PortWatch {
    FakeWatch(FakeDriver& of, std::function<void()> changed) : driver(of) {
      const std::lock_guard lock(driver.mutex_);
      number = driver.next_watch_++;
      driver.watchers_.emplace_back(number, std::move(changed));
    }
    ~FakeWatch() override {
      const std::lock_guard lock(driver.mutex_);
      std::erase_if(driver.watchers_, [this](const auto& each) { return each.first == number; });
    }
    FakeDriver& driver;
    int number = 0;
  };

  void tell() {
    const std::lock_guard lock(mutex_);
    for (const auto& [number, changed] : watchers_) changed();
  }

  std::mutex mutex_;
  std::vector<PortInfo> ports_;
  std::vector<Inbox*> inboxes_;
  std::vector<Bytes> written_;
  std::vector<std::pair<int, std::function<void()>>> watchers_;
  int next_watch_ = 0;
  int opened_ = 0;
  std::atomic<int> pulls_{0};
};

}  // namespace mido::testing
