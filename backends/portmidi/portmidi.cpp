// SPDX-License-Identifier: MIT

// Ports by PortMidi: those of the system, no virtual ones. PortMidi tells nobody when something
// comes in, so an open input looks every millisecond; it does not tell of devices that come and go.

#include <portmidi.h>
#include <porttime.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "library.hpp"
#include "mido/messages/live_length.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "mido/ports/inbox.hpp"

namespace mido::portmidi {

namespace {

/// The bytes of PortMidi's events: a short message each, or four bytes of a sysex.
class EventBytes {
 public:
  [[nodiscard]] std::span<const std::uint8_t> of(PmMessage event) {
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
      bytes_[i] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(event) >> (8 * i));
    }
    const std::uint8_t first = bytes_[0];
    const bool goes_on =
        in_sysex_ && (first < detail::first_status || first == detail::end_of_sysex);
    if (first != detail::sysex_status && !goes_on) {
      if (first < detail::first_realtime_status) in_sysex_ = false;
      return std::span(bytes_).first(detail::live_length(first));
    }
    const auto end = std::ranges::find(bytes_, detail::end_of_sysex);
    in_sysex_ = end == bytes_.end();
    return {bytes_.begin(), in_sysex_ ? end : end + 1};
  }

 private:
  std::array<std::uint8_t, 4> bytes_{};
  bool in_sysex_ = false;
};

class PortMidiInput final : public InputDevice {
 public:
  PortMidiInput(const std::string& name, Inbox& inbox)
      : inbox_(inbox), stream_(Library::instance().open_input(name)) {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  ~PortMidiInput() override {
    thread_.request_stop();
    thread_.join();
    Library::instance().close(stream_);
  }

 private:
  void run(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested() && read_all()) {
      never.wait_for(lock, stop, std::chrono::milliseconds(1), [] { return false; });
    }
  }
  // False when the device has gone away.
  bool read_all() {
    std::array<PmEvent, 256> events{};
    int count = 0;
    do {
      count = Pm_Read(stream_, events.data(), static_cast<std::int32_t>(events.size()));
      if (count == pmBufferOverflow) {
        inbox_.mark_lost();
        count = 0;
      }
      if (count < 0) {
        inbox_.disconnect();
        return false;
      }
      for (int i = 0; i < count; ++i) deliver(events[static_cast<std::size_t>(i)]);
    } while (count == static_cast<int>(events.size()));
    return true;
  }
  void deliver(const PmEvent& event) {
    const auto bytes = bytes_.of(event.message);
    const std::chrono::milliseconds ago(Pt_Time() - event.timestamp);
    if (!bytes.empty()) inbox_.write(bytes, timestamp_now() - ago);
  }

  Inbox& inbox_;
  EventBytes bytes_;
  PortMidiStream* stream_;
  std::jthread thread_;
};

class PortMidiOutput final : public OutputDevice {
 public:
  explicit PortMidiOutput(const std::string& name)
      : stream_(Library::instance().open_output(name)) {}
  ~PortMidiOutput() override { Library::instance().close(stream_); }

  Sent write(std::span<const std::uint8_t> bytes) override {
    switch (bytes.front() == detail::sysex_status ? write_sysex(bytes) : write_short(bytes)) {
      case pmNoError:
        return Sent::accepted;
      case pmBufferOverflow:
        return Sent::queue_full;
      default:
        return Sent::disconnected;
    }
  }

 private:
  PmError write_short(std::span<const std::uint8_t> bytes) {
    PmMessage message = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) message |= PmMessage{bytes[i]} << (8 * i);
    return Pm_WriteShort(stream_, 0, message);
  }
  PmError write_sysex(std::span<const std::uint8_t> bytes) {
    std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());  // it wants to be able to change it
    return Pm_WriteSysEx(stream_, 0, copy.data());
  }

  PortMidiStream* stream_;
};

class PortMidiDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string& /*api*/) override {
    return Library::instance().ports();
  }
  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& inbox) override {
    refuse_virtual(request);
    return std::make_unique<PortMidiInput>(request.name, inbox);
  }
  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    refuse_virtual(request);
    return std::make_unique<PortMidiOutput>(request.name);
  }
  std::string problem(const std::string& /*api*/) override {
    return Library::instance().ports().empty() ? "PortMidi finds no devices" : "";
  }

 private:
  static void refuse_virtual(const PortRequest& request) {
    if (request.virtual_port) throw PortError("backend 'portmidi' has no virtual ports");
  }
};

}  // namespace

}  // namespace mido::portmidi

namespace mido::detail {

std::unique_ptr<Driver> make_portmidi_driver() {
  return std::make_unique<portmidi::PortMidiDriver>();
}

}  // namespace mido::detail
