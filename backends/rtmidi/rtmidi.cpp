// SPDX-License-Identifier: MIT

// Ports by RtMidi, with each API that it was built with. It tells neither of devices that go away
// nor of ports that come, and takes only so much at once; what it would drop is refused.

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api.hpp"
#include "client.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "mido/ports/inbox.hpp"
#include "mido/ports/signal.hpp"
#include "ports/quiet.hpp"

namespace mido::rtmidi {

namespace {

constexpr const char* default_client_name = "mido";

// What RtMidi silently drops is longer: the ring of its JACK client has 16 KiB, with the size of
// each message; ALSA's pool for a client holds 200 cells of 28 bytes.
std::size_t longest_message_of(RtMidi::Api api) {
  if (api == RtMidi::UNIX_JACK) return 16379;
  if (api == RtMidi::LINUX_ALSA) return 5599;
  return OutputDevice::any_length;
}

std::string client_name_of(const PortRequest& request) {
  return request.client_name.empty() ? default_client_name : request.client_name;
}

template <class Midi>
void open(Client<Midi>& client, const PortRequest& request) {
  if (request.virtual_port) {
    client->openVirtualPort(request.name);
  } else {
    const auto names = client.port_names();
    const auto found = std::ranges::find(names, request.name);
    if (found == names.end()) throw PortNotFound("port '" + request.name + "' has gone away");
    client->openPort(static_cast<unsigned>(found - names.begin()), request.name);
  }
  if (client.failed()) throw PortError("port '" + request.name + "': " + client.first_error());
}

class RtMidiInput final : public InputDevice {
 public:
  RtMidiInput(RtMidi::Api api, const PortRequest& request, Inbox& inbox)
      : inbox_(inbox), client_(api, client_name_of(request)) {
    client_->ignoreTypes(false, false, false);
    client_->setCallback(&RtMidiInput::receive, this);
    open(client_, request);
  }
  ~RtMidiInput() override {
    client_->closePort();
    client_->cancelCallback();
  }

 private:
  static void receive(double /*delta*/, std::vector<unsigned char>* message, void* self) {
    if (message == nullptr || message->empty()) return;
    static_cast<RtMidiInput*>(self)->inbox_.write(*message, timestamp_now());
  }

  Inbox& inbox_;
  Client<RtMidiIn> client_;
};

/// RtMidi drops without a word what JACK's buffer for one cycle cannot take: 32,720 bytes, 12 of
/// them for each message. So no more than that is given to it in the time of the longest usual
/// cycle, 2,048 frames.
class CycleLimit {
 public:
  using Clock = std::chrono::steady_clock;

  /// Whether a message of that size may go out now.
  [[nodiscard]] bool take(std::size_t size) {
    refill();
    const double cost = 12.0 + static_cast<double>(size);
    if (cost > room_ && room_ < most) return false;
    room_ -= cost;
    return true;
  }
  /// When there will be room for any message.
  [[nodiscard]] Clock::time_point next() const {
    return refilled_ +
           std::chrono::duration_cast<Clock::duration>(
               std::chrono::duration<double, std::milli>((most - room_) / per_millisecond));
  }

 private:
  static constexpr double most = 16000;
  static constexpr double per_millisecond = most / 43;

  void refill() {
    const auto now = Clock::now();
    const std::chrono::duration<double, std::milli> passed = now - refilled_;
    room_ = std::min(most, room_ + passed.count() * per_millisecond);
    refilled_ = now;
  }

  double room_ = most;
  Clock::time_point refilled_ = Clock::now();
};

class RtMidiOutput final : public OutputDevice {
 public:
  RtMidiOutput(RtMidi::Api api, const PortRequest& request)
      : api_(api), client_(api, client_name_of(request)) {
    open(client_, request);
  }

  Sent write(std::span<const std::uint8_t> bytes) override {
    if (api_ == RtMidi::UNIX_JACK && !limit_.take(bytes.size())) return Sent::queue_full;
    client_->sendMessage(bytes.data(), bytes.size());
    return client_.failed() ? Sent::disconnected : Sent::accepted;
  }
  bool wait_for_room(Deadline deadline) override {
    if (interrupted_.try_acquire_until(std::min(deadline, limit_.next()))) return false;
    return std::chrono::steady_clock::now() < deadline;
  }
  void interrupt() noexcept override { interrupted_.release(); }
  [[nodiscard]] std::size_t longest_message() const override { return longest_message_of(api_); }
  [[nodiscard]] bool disconnected() const noexcept override { return client_.failed(); }

 private:
  RtMidi::Api api_;
  Client<RtMidiOut> client_;
  CycleLimit limit_;
  detail::Signal interrupted_;
};

template <class Work>
auto guarded(Work work) {
  const detail::Quiet quiet;
  try {
    return work();
  } catch (const RtMidiError& error) {
    throw BackendUnavailable("backend 'rtmidi': " + error.getMessage());
  }
}

class RtMidiDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string& api) override {
    return guarded([&] {
      const RtMidi::Api found = find_api(api);
      Client<RtMidiIn> in(found, default_client_name);
      Client<RtMidiOut> out(found, default_client_name);
      std::vector<PortInfo> result;
      for (auto& name : in.port_names()) result.push_back({std::move(name), true, false});
      for (auto& name : out.port_names()) {
        const auto same = std::ranges::find(result, name, &PortInfo::name);
        if (same != result.end()) {
          same->is_output = true;
        } else {
          result.push_back({std::move(name), false, true});
        }
      }
      return result;
    });
  }

  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& inbox) override {
    return guarded(
        [&] { return std::make_unique<RtMidiInput>(find_api(request.api), request, inbox); });
  }

  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    return guarded([&] { return std::make_unique<RtMidiOutput>(find_api(request.api), request); });
  }

  std::vector<std::string> apis() const override { return api_names(); }

  std::string problem(const std::string& api) override {
    try {
      (void)find_api(api);
      return {};
    } catch (const BackendUnavailable& error) {
      const std::string text = error.what();
      return text.substr(text.find(": ") + 2);  // without the name of the backend
    }
  }
};

}  // namespace

}  // namespace mido::rtmidi

namespace mido::detail {

std::unique_ptr<Driver> make_rtmidi_driver() { return std::make_unique<rtmidi::RtMidiDriver>(); }

}  // namespace mido::detail
