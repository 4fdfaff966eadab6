// SPDX-License-Identifier: MIT
#include "mido/ports/echo_port.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace mido {

namespace {

// What the two ends share; the inbox is there as long as the input is open.
struct Loop {
  std::mutex mutex;
  Inbox* inbox = nullptr;
};

class EchoInput final : public InputDevice {
 public:
  EchoInput(std::shared_ptr<Loop> loop, Inbox& inbox) : loop_(std::move(loop)) {
    const std::lock_guard lock(loop_->mutex);
    loop_->inbox = &inbox;
  }
  ~EchoInput() override {
    const std::lock_guard lock(loop_->mutex);
    loop_->inbox = nullptr;
  }

 private:
  std::shared_ptr<Loop> loop_;
};

class EchoOutput final : public OutputDevice {
 public:
  explicit EchoOutput(std::shared_ptr<Loop> loop) : loop_(std::move(loop)) {}
  Sent write(std::span<const std::uint8_t> bytes) override {
    const std::lock_guard lock(loop_->mutex);
    if (loop_->inbox == nullptr) return Sent::disconnected;
    if (!loop_->inbox->has_room(bytes.size())) return Sent::queue_full;
    loop_->inbox->write(bytes, timestamp_now());
    return Sent::accepted;
  }

 private:
  std::shared_ptr<Loop> loop_;
};

IOPort make_echo_port(const std::string& name, const InputOptions& options) {
  const auto loop = std::make_shared<Loop>();
  Input input(
      name, [&](Inbox& inbox) { return std::make_unique<EchoInput>(loop, inbox); }, options);
  return {std::move(input), Output(name, std::make_unique<EchoOutput>(loop))};
}

}  // namespace

EchoPort::EchoPort(std::string name, const InputOptions& options)
    : IOPort(make_echo_port(name, options)) {}

}  // namespace mido
