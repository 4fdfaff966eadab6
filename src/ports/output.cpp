// SPDX-License-Identifier: MIT
#include "mido/ports/output.hpp"

#include <atomic>
#include <mutex>
#include <stop_token>
#include <utility>

#include "mido/codec/tokenizer.hpp"
#include "mido/ports/errors.hpp"
#include "ports/paced_writer.hpp"
#include "ports/scheduler.hpp"

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
  State(std::string port_name, std::unique_ptr<OutputDevice> device, const OutputOptions& options)
      : name(std::move(port_name)),
        autoreset(options.autoreset),
        writer(std::make_unique<detail::PacedWriter>(std::move(device), options)) {}

  const std::string name;
  const bool autoreset;
  std::mutex sending{};                         // guards what follows, but for what is atomic
  std::unique_ptr<detail::PacedWriter> writer;  // none when closed
  std::atomic<bool> closed{false};
  std::atomic<bool> disconnected{false};
  std::atomic<std::uint64_t> lost{0};
  Tokenizer tokenizer{};  // of send_bytes()

  std::mutex scheduling{};  // guards the scheduler, which is made when it is needed
  std::shared_ptr<detail::Scheduler> scheduler{};
  std::stop_source closing{};

  [[noreturn]] void throw_gone(const char* rest = "") const {
    throw PortDisconnected("port '" + name + "': the device has gone away" + rest);
  }
  [[nodiscard]] std::string no_room(std::size_t taken, std::size_t size) const {
    const std::string told = taken == 0 ? "nothing was sent"
                                        : std::to_string(taken) + " of " + std::to_string(size) +
                                              " bytes of the message were sent";
    return "port '" + name + "' has no room for more: " + told;
  }
  void check_open() const {
    if (disconnected) throw_gone();
    if (closed || closing.stop_requested()) throw PortClosed("port '" + name + "' is closed");
  }

  // Each of these wants `sending` held.
  void check(const detail::PacedWriter::Written& written, std::size_t size) {
    switch (written.sent) {
      case Sent::accepted:
        return;
      case Sent::queue_full:
        check_open();  // perhaps that is why it gave up
        throw PortError(no_room(written.bytes, size));
      case Sent::away:
        throw_gone("; the port is open again when it comes back");
      case Sent::disconnected:
        break;
    }
    disconnected = true;
    closed = true;
    check_open();
  }
  void check_length(std::span<const std::uint8_t> message) {
    const std::size_t longest = writer->device().longest_message();
    if (message.size() <= longest) return;
    throw PortError("port '" + name + "' takes messages of at most " + std::to_string(longest) +
                    " bytes: this one has " + std::to_string(message.size()));
  }
  void write(std::span<const std::uint8_t> message, const SendProgress& progress = {}) {
    check_length(message);
    check(writer->write(message, progress), message.size());
  }
  void write_all(std::span<const Message> messages) {
    check_open();
    for (const Message& message : messages) write(message.wire());
  }

  void send_scheduled(const Message& message, Timestamp when) noexcept {
    const std::lock_guard lock(sending);
    try {
      check_open();
      check(writer->write_at(message.wire(), when), message.wire().size());
    } catch (const Error&) {
      lost.fetch_add(1);
    }
  }
  // An output that sends nothing should know as well; one that is sending will be told.
  void look_after_device() noexcept {
    const std::unique_lock lock(sending, std::try_to_lock);
    if (!lock.owns_lock() || !writer || !writer->device().disconnected()) return;
    disconnected = true;
    closed = true;
  }
  void close() noexcept;
};

void Output::State::close() noexcept {
  {
    // Another thread that closes waits here: the writer stays until it was interrupted.
    const std::lock_guard lock(scheduling);
    if (closing.request_stop()) {
      const std::unique_lock idle(sending, std::try_to_lock);
      if (!idle.owns_lock()) writer->interrupt();
    }
    scheduler.reset();
  }
  const std::lock_guard lock(sending);
  if (!writer) return;
  try {
    if (autoreset && !disconnected) {
      for (const Message& message : reset_messages()) (void)writer->write(message.wire(), {});
    }
  } catch (...) {
    // The port is to be closed whatever its device does.
  }
  closed = true;
  writer.reset();
}

Output::Output(std::string name, std::unique_ptr<OutputDevice> device, const OutputOptions& options)
    : state_(new State(std::move(name), std::move(device), options)) {}

Output::Output(std::string name, std::function<void(const Message&)> send,
               const OutputOptions& options)
    : Output(std::move(name), std::make_unique<CallableDevice>(std::move(send)), options) {}

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

bool Output::closed() const noexcept {
  state_->look_after_device();
  return state_->closed;
}

void Output::send(const Message& message, const SendProgress& progress) {
  const std::lock_guard lock(state_->sending);
  state_->check_open();
  state_->write(message.wire(), progress);
}

void Output::send_at(const Message& message, Timestamp when) {
  const std::lock_guard lock(state_->scheduling);
  state_->check_open();
  state_->check_length(message.wire());
  if (!state_->scheduler) {
    state_->scheduler = std::make_shared<detail::Scheduler>(
        state_->writer->device().lead(), [state = state_.get()](const Message& due, Timestamp at) {
          state->send_scheduled(due, at);
        });
  }
  state_->scheduler->add(message, when);
}

bool Output::drain(std::chrono::nanoseconds timeout) {
  const auto deadline = detail::deadline_after(timeout);
  std::unique_lock scheduling(state_->scheduling);
  const auto scheduler = state_->scheduler;
  scheduling.unlock();
  if (scheduler && !scheduler->drain(deadline, state_->closing.get_token())) return false;
  const std::lock_guard lock(state_->sending);
  state_->check_open();
  return state_->writer->device().drain(deadline);
}

std::uint64_t Output::lost() const noexcept { return state_->lost; }

void Output::send_bytes(std::span<const std::uint8_t> bytes) {
  const std::lock_guard lock(state_->sending);
  state_->check_open();
  state_->tokenizer.feed(bytes,
                         [&](std::span<const std::uint8_t> message) { state_->write(message); });
}

void Output::reset() {
  const std::lock_guard lock(state_->sending);
  state_->write_all(reset_messages());
}

void Output::panic() {
  const std::lock_guard lock(state_->sending);
  state_->write_all(panic_messages());
}

void Output::close() noexcept {
  if (state_) state_->close();  // else moved from
}

ClockSource& Output::clock() {
  const std::lock_guard lock(state_->sending);
  state_->check_open();
  ClockSource* const clock = state_->writer->device().clock();
  return clock == nullptr ? steady_clock_source() : *clock;
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
