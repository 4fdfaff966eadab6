// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mido/ports/device.hpp"
#include "mido/ports/errors.hpp"
#include "mido/ports/input.hpp"
#include "mido/ports/io_port.hpp"
#include "mido/ports/output.hpp"

namespace mido {

/// How to open a port; the names are those of the manual.
struct OpenOptions {
  bool virtual_port = false;     ///< make a port that other programs can connect to
  bool autoreset = false;        ///< outputs: reset() before closing
  Callback callback = {};        ///< inputs: instead of receive()
  std::string client_name = {};  ///< how other programs see this one
  Settings settings = {};        ///< what only this backend knows
  std::size_t inbox_capacity = Inbox::default_capacity;  ///< inputs: bytes
  Ignore ignore = {};                                    ///< inputs: what is not wanted
  std::optional<SysexPacing> sysex_pacing = {};          ///< outputs: else as the device wants it
  /// outputs: how long send() waits for room
  std::chrono::nanoseconds send_timeout = std::chrono::seconds(10);
  /// The port stays open when its device goes away, and goes on when it comes back.
  bool reconnect = false;
};

/// A port that came or went.
struct PortChange {
  PortInfo port;
  bool added = false;
};

/// Tells of ports that come and go, as long as it lives. Movable.
class PortObserver {
 public:
  PortObserver(PortObserver&&) noexcept;
  PortObserver& operator=(PortObserver&&) noexcept;
  /// On return the callback does not run any more.
  ~PortObserver();

 private:
  friend class Backend;
  struct State;
  explicit PortObserver(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// A way to MIDI ports, chosen by name. Several can be used at once. A small handle: copy it.
/// Thread-safe: yes.
class Backend {
 public:
  /// "fluidsynth", "rtmidi/UNIX_JACK" (an API of it), the original's "mido.backends.rtmidi", or a
  /// shared object with a backend: "./libmine.so" (see BackendPlugin). Empty: that of the
  /// environment variable MIDO_BACKEND, else the first that can be used here and now. Throws
  /// BackendNotFound, or BackendUnavailable when this build lacks it.
  explicit Backend(std::string_view name = {});
  /// A backend of one's own.
  Backend(std::string name, std::shared_ptr<Driver> driver);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const std::string& api() const noexcept { return api_; }

  /// Why it cannot be used here and now ("no JACK server is running"); empty when it can.
  [[nodiscard]] std::string problem() const;
  /// What may follow the slash in its name.
  [[nodiscard]] std::vector<std::string> apis() const;

  /// The ports there are now, in the backend's order. Throws BackendUnavailable when its system
  /// does not answer.
  [[nodiscard]] std::vector<PortInfo> get_devices() const;
  [[nodiscard]] std::vector<std::string> get_input_names() const;
  [[nodiscard]] std::vector<std::string> get_output_names() const;
  [[nodiscard]] std::vector<std::string> get_ioport_names() const;

  /// Opens a port. Without a name, that of the environment variable MIDO_DEFAULT_INPUT,
  /// MIDO_DEFAULT_OUTPUT or MIDO_DEFAULT_IOPORT, else the first there is. A part of a name will do,
  /// in any case of letters, where only one port has it. Throws PortNotFound, PortError,
  /// BackendUnavailable, or ValueError for a setting the backend does not know.
  [[nodiscard]] Input open_input(std::string_view name = {}, const OpenOptions& options = {}) const;
  [[nodiscard]] Output open_output(std::string_view name = {},
                                   const OpenOptions& options = {}) const;
  [[nodiscard]] IOPort open_ioport(std::string_view name = {},
                                   const OpenOptions& options = {}) const;

  /// Calls `callback` with every port that comes or goes, from a thread of the observer. Throws
  /// PortError when the backend has no way to know.
  [[nodiscard]] PortObserver observe(std::function<void(const PortChange&)> callback) const;

 private:
  struct Direction;
  [[nodiscard]] std::vector<PortInfo> ports_of(const Direction& direction) const;
  [[nodiscard]] std::vector<std::string> names_of(const Direction& direction) const;
  [[nodiscard]] std::string full_name(std::string_view name, const Direction& direction,
                                      const OpenOptions& options) const;
  [[nodiscard]] PortRequest request(std::string_view name, const Direction& direction,
                                    const OpenOptions& options) const;
  [[nodiscard]] Input make_input(const PortRequest& request, const OpenOptions& options) const;
  [[nodiscard]] Output make_output(const PortRequest& request, const OpenOptions& options) const;

  std::string name_;
  std::string api_;
  std::shared_ptr<Driver> driver_;
};

/// A backend that this build knows; `missing` says why it is left out, empty when it is not.
struct BackendInfo {
  std::string name;
  std::string missing;
};

/// Every backend this build knows, in the order of preference.
[[nodiscard]] std::vector<BackendInfo> backends();

/// Makes a backend of one's own known by its name, to who asks for it from now on.
void register_backend(std::string name, std::shared_ptr<Driver> driver);

/// What a shared object has to export as `mido_backend`, with C linkage, to be a backend:
/// `extern "C" const mido::BackendPlugin mido_backend{…};`. It is built against the version of the
/// library that loads it.
struct BackendPlugin {
  /// Of Driver and all it uses; another number is refused.
  static constexpr unsigned current_abi = 1;

  unsigned abi = current_abi;
  const char* name = "";                        ///< of the backend
  std::unique_ptr<Driver> (*make)() = nullptr;  ///< is called once
};

/// Makes the free functions below use that backend; the arguments and errors of Backend.
void set_backend(std::string_view name);
void set_backend(Backend backend);
/// The backend in use.
[[nodiscard]] Backend backend();

/// The functions of Backend, with the backend in use.
[[nodiscard]] std::vector<std::string> get_input_names();
[[nodiscard]] std::vector<std::string> get_output_names();
[[nodiscard]] std::vector<std::string> get_ioport_names();
[[nodiscard]] std::vector<PortInfo> get_devices();
[[nodiscard]] PortObserver observe(std::function<void(const PortChange&)> callback);
[[nodiscard]] Input open_input(std::string_view name = {}, const OpenOptions& options = {});
[[nodiscard]] Output open_output(std::string_view name = {}, const OpenOptions& options = {});
[[nodiscard]] IOPort open_ioport(std::string_view name = {}, const OpenOptions& options = {});

}  // namespace mido
