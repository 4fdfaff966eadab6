// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
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
};

/// A way to MIDI ports, chosen by name. Several can be used at once. A small handle: copy it.
/// Thread-safe: yes.
class Backend {
 public:
  /// "fluidsynth", "fluidsynth/pulseaudio" (an API of it), or the original's
  /// "mido.backends.rtmidi". Empty: that of the environment variable MIDO_BACKEND, else the
  /// build's first. Throws BackendNotFound, or BackendUnavailable when this build lacks it.
  explicit Backend(std::string_view name = {});

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const std::string& api() const noexcept { return api_; }

  /// The ports there are now, in the backend's order. Throws BackendUnavailable when its system
  /// does not answer.
  [[nodiscard]] std::vector<std::string> get_input_names() const;
  [[nodiscard]] std::vector<std::string> get_output_names() const;
  [[nodiscard]] std::vector<std::string> get_ioport_names() const;

  /// Opens a port. Without a name, that of the environment variable MIDO_DEFAULT_INPUT,
  /// MIDO_DEFAULT_OUTPUT or MIDO_DEFAULT_IOPORT, else the first there is. Throws PortNotFound,
  /// PortError, BackendUnavailable, or ValueError for a setting the backend does not know.
  [[nodiscard]] Input open_input(std::string_view name = {}, const OpenOptions& options = {}) const;
  [[nodiscard]] Output open_output(std::string_view name = {},
                                   const OpenOptions& options = {}) const;
  [[nodiscard]] IOPort open_ioport(std::string_view name = {},
                                   const OpenOptions& options = {}) const;

 private:
  struct Direction;
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

/// Makes the free functions below use that backend; the arguments and errors of Backend.
void set_backend(std::string_view name);
void set_backend(Backend backend);
/// The backend in use.
[[nodiscard]] Backend backend();

/// The functions of Backend, with the backend in use.
[[nodiscard]] std::vector<std::string> get_input_names();
[[nodiscard]] std::vector<std::string> get_output_names();
[[nodiscard]] std::vector<std::string> get_ioport_names();
[[nodiscard]] Input open_input(std::string_view name = {}, const OpenOptions& options = {});
[[nodiscard]] Output open_output(std::string_view name = {}, const OpenOptions& options = {});
[[nodiscard]] IOPort open_ioport(std::string_view name = {}, const OpenOptions& options = {});

}  // namespace mido
