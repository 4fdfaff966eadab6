// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
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
#include "mido/values/timestamp.hpp"

/// What a backend implements, and nothing else: everything that users see (names, closed,
/// autoreset, callbacks, iteration, locking, queues) is written once, above it.
namespace mido {

class Inbox;

/// What became of bytes handed to a device.
enum class [[nodiscard]] Sent{
    accepted,      ///< the device will play them
    queue_full,    ///< no room: nothing was taken
    disconnected,  ///< the device is gone: nothing was taken
    away,          ///< the same, but it may come back: the port stays open
};

/// How a long system exclusive message goes out: slow devices lose what comes too fast.
struct SysexPacing {
  std::size_t chunk = 0;                 ///< bytes handed over at once; 0: the whole message
  std::chrono::nanoseconds interval{0};  ///< from one such part to the next
  friend bool operator==(const SysexPacing&, const SysexPacing&) = default;
};

/// An open output. Destroying it closes the device; what was accepted is played before, but for
/// what write_at() was given for later.
class OutputDevice {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  OutputDevice() = default;
  OutputDevice(const OutputDevice&) = delete;
  OutputDevice& operator=(const OutputDevice&) = delete;
  virtual ~OutputDevice() = default;

  /// Takes the bytes of one complete message, without waiting for it to be played; where
  /// sysex_pacing() has a chunk, also a part of a sysex message, and the next parts after it. The
  /// port above calls it from one thread at a time.
  virtual Sent write(std::span<const std::uint8_t> bytes) = 0;

  /// The same, to be played at `when`. Called as early as lead() before `when`, for one time after
  /// the other; but a message that is asked for late may be for an earlier time than those that
  /// were handed over. Other messages may be written in between.
  virtual Sent write_at(std::span<const std::uint8_t> bytes, Timestamp /*when*/) {
    return write(bytes);
  }
  /// How long before its time a message is wanted; 0: the device cannot wait by itself, and
  /// write_at() is called when it is time.
  [[nodiscard]] virtual std::chrono::nanoseconds lead() const { return {}; }

  /// Waits until there may be room again after Sent::queue_full. False at the deadline, and at once
  /// when the device has no way to know.
  virtual bool wait_for_room(Deadline /*deadline*/) { return false; }
  /// Waits until all that was accepted is out; false at the deadline. Called by one thread at a
  /// time.
  virtual bool drain(Deadline /*deadline*/) { return true; }
  /// Ends a wait_for_room() or drain() that is under way in another thread, or the next one.
  virtual void interrupt() noexcept {}

  /// How sysex is to go out unless the user says otherwise. A chunk of 0 means that the device
  /// takes whole messages only.
  [[nodiscard]] virtual SysexPacing sysex_pacing() const { return {}; }
  /// The longest message that it takes, in bytes; a longer one is refused before it comes here.
  [[nodiscard]] virtual std::size_t longest_message() const { return any_length; }
  static constexpr std::size_t any_length = static_cast<std::size_t>(-1);

  /// Whether the device is known to be gone, before anything is written. Thread-safe: yes.
  [[nodiscard]] virtual bool disconnected() const noexcept { return false; }

  /// The clock the device plays by, where that is not the machine's: it renders ahead of time.
  [[nodiscard]] virtual ClockSource* clock() { return nullptr; }
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
  std::string name;  ///< no other port of that direction has the same
  bool is_input = false;
  bool is_output = false;
  friend bool operator==(const PortInfo&, const PortInfo&) = default;
};

/// Throws PortNotFound: "no output port 'Synt'; did you mean 'Synth'? There are: 'Piano', 'Synth'".
/// An empty name is that of the default port. `direction` is "input", "output" or "input and
/// output"; only ports of that direction are named.
[[noreturn]] void throw_port_not_found(std::string_view name, std::string_view direction,
                                       std::span<const PortInfo> ports);

/// What else a backend may be told, by name: {{"soundfont", "piano.sf2"}}.
using Settings = std::map<std::string, std::string, std::less<>>;

/// Which port to open and how.
struct PortRequest {
  std::string name;           ///< never empty; of a PortInfo, unless it is to be made
  bool virtual_port = false;  ///< make a port that other programs can connect to
  std::string client_name;    ///< how other programs see this one; empty: the driver's choice
  std::string api;            ///< what followed the slash in the backend's name
  Settings settings;
};

/// As long as it lives, a driver tells of ports that come and go.
class PortWatch {
 public:
  PortWatch() = default;
  PortWatch(const PortWatch&) = delete;
  PortWatch& operator=(const PortWatch&) = delete;
  virtual ~PortWatch() = default;
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

  /// What may follow the slash in the backend's name: "LINUX_ALSA", "UNIX_JACK".
  [[nodiscard]] virtual std::vector<std::string> apis() const { return {}; }
  /// Why it cannot be used here and now ("no JACK server is running"); empty when it can.
  [[nodiscard]] virtual std::string problem(const std::string& /*api*/) { return {}; }
  /// Whether a port of any name can be opened, since opening makes it.
  [[nodiscard]] virtual bool makes_ports() const { return false; }

  /// Calls `changed`, from a thread of the driver, whenever ports may have come or gone, until the
  /// watch is destroyed. Nothing when the driver has no way to know.
  [[nodiscard]] virtual std::unique_ptr<PortWatch> watch(const std::string& /*api*/,
                                                         std::function<void()> /*changed*/) {
    return nullptr;
  }
};

}  // namespace mido
