// SPDX-License-Identifier: MIT
#include "mido/ports/backend.hpp"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <optional>

#include "ports/registry.hpp"

namespace mido {

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value == nullptr ? "" : value;
}

std::string_view without_module(std::string_view name) {
  constexpr std::string_view module = "mido.backends.";
  if (name.starts_with(module)) name.remove_prefix(module.size());
  return name;
}

const detail::BackendEntry& find_entry(std::string_view name) {
  const auto entries = detail::backend_registry();
  const auto found = std::ranges::find(entries, name, &detail::BackendEntry::name);
  if (found != entries.end()) return *found;
  std::string known;
  for (const auto& entry : entries) known.append(known.empty() ? "" : ", ").append(entry.name);
  throw BackendNotFound("no backend '" + std::string(name) + "'; there are: " + known);
}

// The build's first that is not left out.
std::string_view preferred_backend() {
  for (const auto& entry : detail::backend_registry()) {
    if (entry.make != nullptr) return entry.name;
  }
  throw BackendUnavailable("this build has no backend");
}

// A driver is made at its first use and then shared by all who name it.
std::shared_ptr<Driver> driver_of(const detail::BackendEntry& entry) {
  static std::mutex mutex;
  static std::map<std::string_view, std::shared_ptr<Driver>> drivers;
  if (entry.make == nullptr) {
    throw BackendUnavailable("backend '" + std::string(entry.name) +
                             "': " + std::string(entry.missing));
  }
  const std::lock_guard lock(mutex);
  auto& driver = drivers[entry.name];
  if (!driver) driver = entry.make();
  return driver;
}

std::vector<std::string> names_of(const std::vector<PortInfo>& ports, bool input, bool output) {
  std::vector<std::string> names;
  for (const PortInfo& port : ports) {
    if ((port.is_input || !input) && (port.is_output || !output)) names.push_back(port.name);
  }
  return names;
}

void check_settings(const Backend& backend, const Driver& driver, const Settings& settings) {
  const auto known = driver.setting_names();
  for (const auto& [name, value] : settings) {
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string names;
    for (const auto& each : known) names += (names.empty() ? "" : ", ") + each;
    throw ValueError("backend '" + backend.name() + "' has no setting '" + name + "'; it has " +
                     (names.empty() ? "none" : names));
  }
}

// The backend of the free functions: empty until somebody asks or sets it.
struct Current {
  std::mutex mutex;
  std::optional<Backend> backend;
};
Current& current() {
  static Current instance;
  return instance;
}

}  // namespace

Backend::Backend(std::string_view name) {
  const std::string from_environment = environment("MIDO_BACKEND");
  if (name.empty()) name = from_environment;
  if (name.empty()) name = preferred_backend();
  name = without_module(name);
  const auto slash = name.find('/');
  name_ = name.substr(0, slash);
  if (slash != std::string_view::npos) api_ = name.substr(slash + 1);
  driver_ = driver_of(find_entry(name_));
}

std::vector<std::string> Backend::get_input_names() const {
  return names_of(driver_->ports(api_), true, false);
}

std::vector<std::string> Backend::get_output_names() const {
  return names_of(driver_->ports(api_), false, true);
}

std::vector<std::string> Backend::get_ioport_names() const {
  return names_of(driver_->ports(api_), true, true);
}

// Which way a port is to go, and the variable that names the default one.
struct Backend::Direction {
  std::string_view name;
  const char* default_name_variable;
  bool is_input;
  bool is_output;

  static Direction input() { return {"input", "MIDO_DEFAULT_INPUT", true, false}; }
  static Direction output() { return {"output", "MIDO_DEFAULT_OUTPUT", false, true}; }
  static Direction both() { return {"input and output", "MIDO_DEFAULT_IOPORT", true, true}; }
};

PortRequest Backend::request(std::string_view name, const Direction& direction,
                             const OpenOptions& options) const {
  check_settings(*this, *driver_, options.settings);
  std::string wanted(name);
  if (wanted.empty()) wanted = environment(direction.default_name_variable);
  if (wanted.empty()) {
    const auto ports = driver_->ports(api_);
    const auto names = names_of(ports, direction.is_input, direction.is_output);
    if (names.empty()) {
      throw PortNotFound("backend '" + name_ + "' has no " + std::string(direction.name) + " port");
    }
    wanted = names.front();
  }
  return {.name = std::move(wanted),
          .virtual_port = options.virtual_port,
          .client_name = options.client_name,
          .api = api_,
          .settings = options.settings};
}

Input Backend::make_input(const PortRequest& request, const OpenOptions& options) const {
  Input port(
      request.name, [&](Inbox& inbox) { return driver_->open_input(request, inbox); },
      options.inbox_capacity);
  if (options.callback) port.set_callback(options.callback);
  return port;
}

Output Backend::make_output(const PortRequest& request, const OpenOptions& options) const {
  return {request.name, driver_->open_output(request), options.autoreset};
}

Input Backend::open_input(std::string_view name, const OpenOptions& options) const {
  return make_input(request(name, Direction::input(), options), options);
}

Output Backend::open_output(std::string_view name, const OpenOptions& options) const {
  return make_output(request(name, Direction::output(), options), options);
}

IOPort Backend::open_ioport(std::string_view name, const OpenOptions& options) const {
  const PortRequest wanted = request(name, Direction::both(), options);
  return {make_input(wanted, options), make_output(wanted, options)};
}

std::vector<BackendInfo> backends() {
  std::vector<BackendInfo> result;
  for (const auto& entry : detail::backend_registry()) {
    result.push_back({std::string(entry.name), std::string(entry.missing)});
  }
  return result;
}

void set_backend(std::string_view name) { set_backend(Backend(name)); }

void set_backend(Backend backend) {
  const std::lock_guard lock(current().mutex);
  current().backend = std::move(backend);
}

Backend backend() {
  const std::lock_guard lock(current().mutex);
  if (!current().backend) current().backend = Backend();
  return *current().backend;
}

std::vector<std::string> get_input_names() { return backend().get_input_names(); }
std::vector<std::string> get_output_names() { return backend().get_output_names(); }
std::vector<std::string> get_ioport_names() { return backend().get_ioport_names(); }

Input open_input(std::string_view name, const OpenOptions& options) {
  return backend().open_input(name, options);
}
Output open_output(std::string_view name, const OpenOptions& options) {
  return backend().open_output(name, options);
}
IOPort open_ioport(std::string_view name, const OpenOptions& options) {
  return backend().open_ioport(name, options);
}

}  // namespace mido
