// SPDX-License-Identifier: MIT
#include "mido/ports/output.hpp"

#include <atomic>
#include <mutex>
#include <utility>

#include "mido/codec/tokenizer.hpp"
#include "mido/ports/errors.hpp"

namespace mido {

namespace {

class CallableDevice final : public OutputDevice {
 public:
  explicit CallableDevice(std::function<void(const Message&)> send) : send_(std::move(send)) {}
  Sent write(std::span<const std::uint8_t> message) override {
    send_(Message::from_bytes(message));
    return Sent::accepted;
  }

 private:
  std::function<void(const Message&)> send_;
};

constexpr int channels = Channel::max + 1;

// MIDI 1.0, channel mode messages.
constexpr Control all_sounds_off = 120;
constexpr Control reset_all_controllers = 121;
constexpr Control all_notes_off = 123;

Message control_of(int channel, Control control) {
  return ControlChange{.channel = checked(channel), .control = control};
}

}  // namespace

struct Output::State {
  std::string name;
  std::unique_ptr<OutputDevice> device;
  bool autoreset;
  std::mutex mutex{};  // guards everything but the name
  std::atomic<bool> closed{false};
  bool disconnected = false;
  Tokenizer tokenizer{};  // of send_bytes()

  // Each of these wants the mutex held.
  void check_open() const {
    if (disconnected) throw PortDisconnected("port '" + name + "': the device has gone away");
    if (closed) throw PortClosed("port '" + name + "' is closed");
  }

  void write(std::span<const std::uint8_t> message) {
    switch (device->write(message)) {
      case Sent::accepted:
        return;
      case Sent::queue_full:
        throw PortError("port '" + name + "' has no room for more: nothing was sent");
      case Sent::disconnected:
        break;
    }
    disconnected = true;
    closed = true;
    device.reset();
    check_open();
  }

  void write_all(std::span<const Message> messages) {
    check_open();
    for (const Message& message : messages) write(message.wire());
  }
};

Output::Output(std::string name, std::unique_ptr<OutputDevice> device, bool autoreset)
    : state_(new State{std::move(name), std::move(device), autoreset}) {}

Output::Output(std::string name, std::function<void(const Message&)> send, bool autoreset)
    : Output(std::move(name), std::make_unique<CallableDevice>(std::move(send)), autoreset) {}

Output::Output(Output&&) noexcept = default;

Output& Output::operator=(Output&& other) noexcept {
  if (this != &other) {
    close();
    state_ = std::move(other.state_);
  }
  return *this;
}

Output::~Output() { close(); }

const std::string& Output::name() const noexcept { return state_->name; }

bool Output::closed() const noexcept { return state_->closed; }

void Output::send(const Message& message) {
  const std::lock_guard lock(state_->mutex);
  state_->check_open();
  state_->write(message.wire());
}

void Output::send_bytes(std::span<const std::uint8_t> bytes) {
  const std::lock_guard lock(state_->mutex);
  state_->check_open();
  state_->tokenizer.feed(bytes,
                         [&](std::span<const std::uint8_t> message) { state_->write(message); });
}

void Output::reset() {
  const std::lock_guard lock(state_->mutex);
  state_->write_all(reset_messages());
}

void Output::panic() {
  const std::lock_guard lock(state_->mutex);
  state_->write_all(panic_messages());
}

void Output::close() noexcept {
  if (!state_) return;  // moved from
  const std::lock_guard lock(state_->mutex);
  if (state_->closed) return;
  try {
    if (state_->autoreset) state_->write_all(reset_messages());
  } catch (const Error&) {
    // The port is to be closed whatever its device does.
  }
  state_->closed = true;
  state_->device.reset();
}

ClockSource& Output::clock() {
  const std::lock_guard lock(state_->mutex);
  state_->check_open();
  return state_->device->clock();
}

const std::vector<Message>& reset_messages() {
  static const auto messages = [] {
    std::vector<Message> result;
    result.reserve(std::size_t{2} * channels);
    for (int channel = 0; channel < channels; ++channel) {
      result.push_back(control_of(channel, all_notes_off));
      result.push_back(control_of(channel, reset_all_controllers));
    }
    return result;
  }();
  return messages;
}

const std::vector<Message>& panic_messages() {
  static const auto messages = [] {
    std::vector<Message> result;
    result.reserve(channels);
    for (int channel = 0; channel < channels; ++channel) {
      result.push_back(control_of(channel, all_sounds_off));
    }
    return result;
  }();
  return messages;
}

}  // namespace mido
