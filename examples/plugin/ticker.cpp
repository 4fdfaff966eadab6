// SPDX-License-Identifier: MIT
//
// A backend of one's own as a shared object: an input that ticks like a metronome. No program has
// to know it: MIDO_BACKEND=./ticker.so mido monitor
#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "mido/ports/backend.hpp"

namespace {

/// Delivers a clock message every ten milliseconds, from a thread of its own.
class Ticker final : public mido::InputDevice {
 public:
  explicit Ticker(mido::Inbox& inbox)
      : thread_([&inbox](const std::stop_token& stop) { tick(inbox, stop); }) {}

 private:
  static void tick(mido::Inbox& inbox, const std::stop_token& stop) {
    constexpr std::array<std::uint8_t, 1> clock{0xF8};
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    auto next = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
      inbox.write(clock, mido::timestamp_now());
      next += std::chrono::milliseconds(10);
      never.wait_until(lock, stop, next, [] { return false; });
    }
  }

  std::jthread thread_;
};

class TickerDriver final : public mido::Driver {
 public:
  std::vector<mido::PortInfo> ports(const std::string& /*api*/) override {
    return {{.name = "Ticker", .is_input = true}};
  }
  std::unique_ptr<mido::InputDevice> open_input(const mido::PortRequest& /*request*/,
                                                mido::Inbox& inbox) override {
    return std::make_unique<Ticker>(inbox);
  }
  std::unique_ptr<mido::OutputDevice> open_output(const mido::PortRequest& /*request*/) override {
    throw mido::PortError("the ticker has no outputs");
  }
};

std::unique_ptr<mido::Driver> make_ticker() { return std::make_unique<TickerDriver>(); }

}  // namespace

#if defined(_WIN32)
__declspec(dllexport)
#endif
    extern "C" const mido::BackendPlugin mido_backend{.name = "ticker", .make = make_ticker};
