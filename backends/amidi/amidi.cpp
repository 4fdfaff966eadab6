// SPDX-License-Identifier: MIT

// Raw hardware ports by the program amidi. It is started for every message that is sent; what comes
// in is read from one that runs as long as the port is open, byte by byte: a message is there as
// soon as its last byte is, and not when the next line begins.

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "mido/messages/message.hpp"
#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "mido/ports/inbox.hpp"
#include "process.hpp"

namespace mido::amidi {

namespace {

struct RawPort {
  PortInfo port;
  std::string device;  // "hw:0,0,0"
};

// A line of `amidi -l`: "IO  hw:1,0,0  SH-201 MIDI 1".
std::optional<RawPort> parse_line(const std::string& line) {
  std::istringstream words(line);
  std::string direction;
  RawPort result;
  if (!(words >> direction >> result.device) || !result.device.starts_with("hw:")) return {};
  std::getline(words >> std::ws, result.port.name);
  result.port.name += " " + result.device;  // two devices may have the same name
  result.port.is_input = direction.find('I') != std::string::npos;
  result.port.is_output = direction.find('O') != std::string::npos;
  return result;
}

std::vector<RawPort> list() {
  int status = 0;
  std::istringstream lines(output_of({"amidi", "-l"}, status));
  std::vector<RawPort> result;
  for (std::string line; std::getline(lines, line);) {
    if (auto port = parse_line(line)) result.push_back(std::move(*port));
  }
  return result;
}

std::string device_of(const PortRequest& request) {
  if (request.virtual_port) throw PortError("backend 'amidi' has no virtual ports");
  for (const RawPort& each : list()) {
    if (each.port.name == request.name) return each.device;
  }
  throw PortNotFound("port '" + request.name + "' has gone away");
}

/// Hexadecimal numbers with anything between them, in portions of any size.
class HexReader {
 public:
  void read(const std::string& text, std::vector<std::uint8_t>& bytes) {
    for (const char letter : text) {
      const int digit = digit_of(letter);
      if (digit < 0) {
        high_ = -1;
      } else if (high_ < 0) {
        high_ = digit;
      } else {
        bytes.push_back(static_cast<std::uint8_t>(high_ * 16 + digit));
        high_ = -1;
      }
    }
  }

 private:
  static int digit_of(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
  }
  int high_ = -1;
};

class AmidiInput final : public InputDevice {
 public:
  AmidiInput(const std::string& device, Inbox& inbox)
      : inbox_(inbox), process_({"amidi", "-d", "-a", "-c", "-p", device}) {
    wait_until_it_listens(device);
    thread_ = std::jthread([this] { run(); });
  }
  ~AmidiInput() override {
    closing_ = true;
    process_.stop();
    thread_.join();
  }

 private:
  // What comes before that would be lost, and nothing tells of it.
  void wait_until_it_listens(const std::string& device) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!process_.waits_with("/dev/snd/midi")) {
      if (process_.has_ended() || std::chrono::steady_clock::now() >= deadline) {
        throw PortError("amidi cannot open " + device + "; does another program use it?");
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  void run() {
    HexReader reader;
    std::vector<std::uint8_t> bytes;
    for (std::string text = process_.read(); !text.empty(); text = process_.read()) {
      bytes.clear();
      reader.read(text, bytes);
      if (!bytes.empty()) inbox_.write(bytes, timestamp_now());
    }
    if (!closing_) inbox_.disconnect();
  }

  Inbox& inbox_;
  std::atomic<bool> closing_{false};
  Process process_;
  std::jthread thread_;
};

class AmidiOutput final : public OutputDevice {
 public:
  explicit AmidiOutput(std::string device) : device_(std::move(device)) {}

  Sent write(std::span<const std::uint8_t> bytes) override {
    int status = 0;
    (void)output_of({"amidi", "-p", device_, "-S", Message::from_bytes(bytes).hex()}, status);
    return status == 0 ? Sent::accepted : Sent::disconnected;
  }
  /// Three letters for each byte, and Linux takes no argument of more than 128 KiB.
  [[nodiscard]] std::size_t longest_message() const override { return 40000; }

 private:
  std::string device_;
};

class AmidiDriver final : public Driver {
 public:
  std::vector<PortInfo> ports(const std::string& /*api*/) override {
    std::vector<PortInfo> result;
    try {
      for (RawPort& each : list()) result.push_back(std::move(each.port));
    } catch (const PortError& error) {
      throw BackendUnavailable("backend 'amidi': " + std::string(error.what()));
    }
    return result;
  }
  std::unique_ptr<InputDevice> open_input(const PortRequest& request, Inbox& inbox) override {
    return std::make_unique<AmidiInput>(device_of(request), inbox);
  }
  std::unique_ptr<OutputDevice> open_output(const PortRequest& request) override {
    return std::make_unique<AmidiOutput>(device_of(request));
  }
  std::string problem(const std::string& /*api*/) override {
    try {
      return list().empty() ? "amidi finds no devices" : "";
    } catch (const PortError& error) {
      return error.what();
    }
  }
};

}  // namespace

}  // namespace mido::amidi

namespace mido::detail {

std::unique_ptr<Driver> make_amidi_driver() { return std::make_unique<amidi::AmidiDriver>(); }

}  // namespace mido::detail
