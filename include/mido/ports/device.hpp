// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mido/values/clock_source.hpp"

/// What a backend implements, and nothing else: everything that users see (names, closed,
/// autoreset, callbacks, iteration, locking, queues) is written once, above it.
namespace mido {

class Inbox;

/// What became of bytes handed to a device.
enum class [[nodiscard]] Sent{
    accepted,      ///< the device will play them
    queue_full,    ///< no room: nothing was taken
    disconnected,  ///< the device is gone: nothing was taken
};

/// An open output. Destroying it closes the device; what was accepted is played before.
class OutputDevice {
 public:
  OutputDevice() = default;
  OutputDevice(const OutputDevice&) = delete;
  OutputDevice& operator=(const OutputDevice&) = delete;
  virtual ~OutputDevice() = default;

  /// Takes the bytes of one complete message, without waiting for it to be played. The port
  /// above calls it from one thread at a time.
  virtual Sent write(std::span<const std::uint8_t> message) = 0;

  /// The clock the device plays by: the wall, unless it renders ahead of time.
  [[nodiscard]] virtual ClockSource& clock() { return steady_clock_source(); }
};

/// An open input. It delivers into the Inbox it was opened with, from a thread of its own or the
/// driver's. Destroying it closes the device: the Inbox is never touched again.
class InputDevice {
 public:
  InputDevice() = default;
  InputDevice(const InputDevice&) = delete;
  InputDevice& operator=(const InputDevice&) = delete;
  virtual ~InputDevice() = default;
};

/// A port that exists, as a driver finds it.
struct PortInfo {
  std::string name;
  bool is_input = false;
  bool is_output = false;
};

/// Throws PortNotFound: "no output port 'Piano'; there are: 'Synth'". An empty name is that of
/// the default port. `direction` is "input" or "output"; only ports of that direction are named.
[[noreturn]] void throw_port_not_found(std::string_view name, std::string_view direction,
                                       std::span<const PortInfo> ports);

/// What else a backend may be told, by name: {{"soundfont", "piano.sf2"}}.
using Settings = std::map<std::string, std::string, std::less<>>;

/// Which port to open and how.
struct PortRequest {
  std::string name;           ///< never empty
  bool virtual_port = false;  ///< make a port that other programs can connect to
  std::string client_name;    ///< how other programs see this one; empty: the driver's choice
  std::string api;            ///< what followed the slash in the backend's name
  Settings settings;
};

/// One way to MIDI devices: a backend implements this. Its functions may be called from several
/// threads at once. They throw PortNotFound, PortError, or BackendUnavailable.
class Driver {
 public:
  Driver() = default;
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;
  virtual ~Driver() = default;

  /// The ports there are now, the default one of each direction first.
  [[nodiscard]] virtual std::vector<PortInfo> ports(const std::string& api) = 0;
  [[nodiscard]] virtual std::unique_ptr<InputDevice> open_input(const PortRequest& request,
                                                                Inbox& inbox) = 0;
  [[nodiscard]] virtual std::unique_ptr<OutputDevice> open_output(const PortRequest& request) = 0;

  /// The names of the settings it understands; any other is refused before a port is opened.
  [[nodiscard]] virtual std::vector<std::string> setting_names() const { return {}; }
};

}  // namespace mido
