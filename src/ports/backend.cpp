// SPDX-License-Identifier: MIT
#include "mido/ports/backend.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "ports/plugin.hpp"
#include "ports/port_names.hpp"
#include "ports/registry.hpp"
#include "ports/returning_device.hpp"

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

// The drivers that were asked for so far, and those of the program's own: each is made once.
struct Drivers {
  std::mutex mutex;
  std::map<std::string, std::shared_ptr<Driver>, std::less<>> made;

  static Drivers& instance() {
    static Drivers drivers;
    return drivers;
  }
  [[nodiscard]] std::shared_ptr<Driver> find(std::string_view name) {
    const std::lock_guard lock(mutex);
    const auto found = made.find(name);
    return found == made.end() ? nullptr : found->second;
  }
  // Two may have made one at the same time: the first is used.
  std::shared_ptr<Driver> add(std::string_view name, std::shared_ptr<Driver> driver) {
    const std::lock_guard lock(mutex);
    return made.emplace(name, std::move(driver)).first->second;
  }
};

bool is_shared_object(std::string_view name) {
  return std::ranges::any_of(std::array{".so", ".dylib", ".dll"},
                             [&](std::string_view end) { return name.ends_with(end); });
}

[[noreturn]] void throw_backend_not_found(std::string_view name) {
  std::string known;
  for (const auto& entry : detail::backend_registry()) {
    known.append(known.empty() ? "" : ", ").append(entry.name);
  }
  throw BackendNotFound("no backend '" + std::string(name) + "'; there are: " + known);
}

std::shared_ptr<Driver> make_driver(std::string_view name) {
  const auto entries = detail::backend_registry();
  const auto entry = std::ranges::find(entries, name, &detail::BackendEntry::name);
  if (entry == entries.end()) throw_backend_not_found(name);
  if (entry->make != nullptr) return entry->make();
  throw BackendUnavailable("backend '" + std::string(name) + "': " + std::string(entry->missing));
}

std::shared_ptr<Driver> driver_of(std::string_view name) {
  Drivers& drivers = Drivers::instance();
  if (auto driver = drivers.find(name)) return driver;
  return drivers.add(
      name, is_shared_object(name) ? detail::load_driver(std::string(name)) : make_driver(name));
}

// The first of the build that can be used here and now; else the first one.
std::string_view preferred_backend() {
  std::string_view first;
  for (const auto& entry : detail::backend_registry()) {
    if (entry.make == nullptr) continue;
    if (first.empty()) first = entry.name;
    if (driver_of(entry.name)->problem({}).empty()) return entry.name;
  }
  if (first.empty()) throw BackendUnavailable("this build has no backend");
  return first;
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
  // A path has slashes of its own.
  const auto slash = is_shared_object(name) ? std::string_view::npos : name.find('/');
  name_ = name.substr(0, slash);
  if (slash != std::string_view::npos) api_ = name.substr(slash + 1);
  driver_ = driver_of(name_);
}

Backend::Backend(std::string name, std::shared_ptr<Driver> driver)
    : name_(std::move(name)), driver_(std::move(driver)) {}

std::string Backend::problem() const { return driver_->problem(api_); }

std::vector<std::string> Backend::apis() const { return driver_->apis(); }

std::vector<PortInfo> Backend::get_devices() const { return driver_->ports(api_); }

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

std::vector<PortInfo> Backend::ports_of(const Direction& direction) const {
  std::vector<PortInfo> ports = get_devices();
  std::erase_if(ports, [&](const PortInfo& port) {
    return (direction.is_input && !port.is_input) || (direction.is_output && !port.is_output);
  });
  return ports;
}

std::vector<std::string> Backend::names_of(const Direction& direction) const {
  std::vector<std::string> names;
  for (PortInfo& port : ports_of(direction)) names.push_back(std::move(port.name));
  return names;
}

std::vector<std::string> Backend::get_input_names() const { return names_of(Direction::input()); }

std::vector<std::string> Backend::get_output_names() const { return names_of(Direction::output()); }

std::vector<std::string> Backend::get_ioport_names() const { return names_of(Direction::both()); }

std::string Backend::full_name(std::string_view name, const Direction& direction,
                               const OpenOptions& options) const {
  std::string wanted(name);
  if (wanted.empty()) wanted = environment(direction.default_name_variable);
  const bool makes_port = options.virtual_port || driver_->makes_ports();
  if (makes_port && !wanted.empty()) return wanted;
  const std::vector<PortInfo> ports = ports_of(direction);
  if (!wanted.empty()) return detail::resolve_port_name(wanted, direction.name, ports);
  if (!ports.empty()) return ports.front().name;
  throw PortNotFound("backend '" + name_ + "' has no " + std::string(direction.name) + " port");
}

PortRequest Backend::request(std::string_view name, const Direction& direction,
                             const OpenOptions& options) const {
  check_settings(*this, *driver_, options.settings);
  return {.name = full_name(name, direction, options),
          .virtual_port = options.virtual_port,
          .client_name = options.client_name,
          .api = api_,
          .settings = options.settings};
}

Input Backend::make_input(const PortRequest& request, const OpenOptions& options) const {
  const auto open = [&](Inbox& inbox) {
    return options.reconnect ? detail::open_returning_input(driver_, request, inbox)
                             : driver_->open_input(request, inbox);
  };
  Input port(request.name, open,
             {.inbox_capacity = options.inbox_capacity, .ignore = options.ignore});
  if (options.callback) port.set_callback(options.callback);
  return port;
}

Output Backend::make_output(const PortRequest& request, const OpenOptions& options) const {
  return {request.name,
          options.reconnect ? detail::open_returning_output(driver_, request)
                            : driver_->open_output(request),
          {.autoreset = options.autoreset,
           .sysex_pacing = options.sysex_pacing,
           .send_timeout = options.send_timeout}};
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

void register_backend(std::string name, std::shared_ptr<Driver> driver) {
  Drivers& drivers = Drivers::instance();
  const std::lock_guard lock(drivers.mutex);
  drivers.made.insert_or_assign(std::move(name), std::move(driver));
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

std::vector<PortInfo> get_devices() { return backend().get_devices(); }
PortObserver observe(std::function<void(const PortChange&)> callback) {
  return backend().observe(std::move(callback));
}

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
