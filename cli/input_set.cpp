// SPDX-License-Identifier: MIT
#include "cli/input_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "cli/text.hpp"
#include "mido/values/clock_source.hpp"

namespace mido::cli {

namespace {

// How long Ctrl-C, Ctrl-Z and ports that come or go may have to wait.
constexpr std::chrono::milliseconds moment{50};
constexpr std::chrono::milliseconds between_looks{500};

}  // namespace

void add_input_options(CLI::App& app, InputChoice& choice) {
  app.add_option("-b,--backend", choice.backend, "the backend of the ports")->type_name("BACKEND");
  app.add_option("--virtual", choice.virtual_port, "make a port that others can connect to")
      ->type_name("NAME");
}

InputSet::InputSet(const InputChoice& choice, Io& io, std::function<void(std::string_view)> tell)
    : io_(io), tell_(std::move(tell)), backend_(choice.backend), choice_(choice) {
  observe();
  open_wanted();
  combine();
  if (members_.empty() && !observer_) {
    throw PortNotFound(
        fmt::format("backend '{}' has no input port; '--virtual NAME' makes one where it can",
                    backend_.name()));
  }
}

void InputSet::observe() {
  try {
    observer_ = backend_.observe([this](const PortChange&) { changed_ = true; });
  } catch (const PortError&) {
    // It has no way to know: the ports are those that there are now.
  }
}

void InputSet::open_wanted() {
  if (!choice_.virtual_port.empty()) open(choice_.virtual_port, {.virtual_port = true});
  for (const auto& name : choice_.ports) open(name);
  if (!ports_.empty()) return;
  for (const auto& name : backend_.get_input_names()) {
    try {
      open(name);
    } catch (const PortError& error) {
      tell_(error.what());  // the others can be heard
    }
  }
}

void InputSet::open(const std::string& name, const OpenOptions& options) {
  Input input = backend_.open_input(name, options);
  const auto known = std::ranges::find(ports_, input.name(), &Port::name);
  if (known == ports_.end()) {
    ports_.push_back({input.name(), options.virtual_port, std::move(input)});
  } else {
    known->input = std::move(input);
  }
}

std::optional<FromPort> InputSet::receive() {
  look_after_ports();
  if (!members_.empty() || !left_behind_.empty()) return next(moment);
  if (!observer_) throw PortDisconnected("no input port is left");
  auto& clock = steady_clock_source();
  (void)clock.sleep_until(clock.now() + moment, io_.stop);
  return std::nullopt;
}

std::optional<FromPort> InputSet::take_rest() {
  return members_.empty() && left_behind_.empty() ? std::nullopt : next({});
}

std::optional<FromPort> InputSet::next(std::chrono::nanoseconds timeout) {
  if (!left_behind_.empty()) {
    FromPort message = std::move(left_behind_.front());
    left_behind_.pop_front();
    return message;
  }
  try {
    auto message = together_->receive(timeout);
    if (message) message->port = members_[message->port];
    return message;
  } catch (const PortClosed&) {
    return std::nullopt;  // all of them: it is seen when they are looked after
  }
}

void InputSet::look_after_ports() {
  const std::vector<std::size_t> before = members_;
  for (const std::size_t port : before) {
    if (ports_[port].input->closed()) drop(port);
  }
  if (observer_ && is_time_to_look()) look_for_ports();
}

// A port that went and came back between two looks of the observer is no change to it.
bool InputSet::is_time_to_look() {
  const Timestamp now = timestamp_now();
  const bool is_missing = members_.size() < ports_.size() && now >= next_look_;
  if (!changed_.exchange(false) && !is_missing) return false;
  next_look_ = now + between_looks;
  return true;
}

void InputSet::look_for_ports() {
  const auto names = names_now();
  for (std::size_t port = 0; port < ports_.size(); ++port) {
    const bool is_listed = ports_[port].made || std::ranges::count(names, ports_[port].name) > 0;
    if (!is_listed) drop(port);
  }
  for (const auto& name : names) {
    if (is_wanted(name)) greet(name);
  }
}

std::vector<std::string> InputSet::names_now() const {
  try {
    return backend_.get_input_names();
  } catch (const BackendUnavailable&) {
    return {};  // its system has gone, and may come back
  }
}

void InputSet::greet(const std::string& name) {
  try {
    open(name);
    combine();
    tell_(fmt::format("'{}' is there", name));
  } catch (const PortError&) {
    // Gone again, or taken by another program: the next look is another chance.
  }
}

void InputSet::drop(std::size_t port) {
  auto& input = ports_[port].input;
  if (!input) return;
  for (const Received& message : input->iter_pending()) left_behind_.push_back({message, port});
  lost_ += input->lost();
  input.reset();
  combine();
  tell_(fmt::format("'{}' has gone away", ports_[port].name));
}

void InputSet::combine() {
  std::vector<std::reference_wrapper<Input>> inputs;
  members_.clear();
  for (std::size_t port = 0; port < ports_.size(); ++port) {
    if (!ports_[port].input) continue;
    members_.push_back(port);
    inputs.emplace_back(*ports_[port].input);
  }
  together_.emplace(inputs);
}

void InputSet::close() {
  observer_.reset();
  for (auto& port : ports_) {
    if (port.input) port.input->close();
  }
}

/// Whether it is to be opened.
bool InputSet::is_wanted(const std::string& name) const {
  const auto known = std::ranges::find(ports_, name, &Port::name);
  if (known != ports_.end()) return !known->input;
  return choice_.ports.empty() && choice_.virtual_port.empty();
}

std::string InputSet::open_names() const {
  std::string names;
  for (const std::size_t port : members_) {
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", printable(ports_[port].name));
  }
  return names;
}

void InputSet::tell_of_losses() const {
  std::uint64_t lost = lost_;
  for (const std::size_t port : members_) lost += ports_[port].input->lost();
  if (lost > 0)
    tell_(fmt::format("messages were lost, {}: they came too fast", count_of(lost, "time")));
}

}  // namespace mido::cli
