// SPDX-License-Identifier: MIT
#include "library.hpp"

#include <porttime.h>

#include <algorithm>

#include "mido/ports/errors.hpp"
#include "ports/quiet.hpp"

namespace mido::portmidi {

namespace {

constexpr std::int32_t buffered_events = 8192;

void check(const std::string& name, PmError error) {
  if (error == pmNoError) return;
  throw PortError("port '" + name + "': " + Pm_GetErrorText(error));
}

}  // namespace

Library& Library::instance() {
  static Library library;
  return library;
}

void Library::start() {
  const detail::Quiet quiet;
  if (started_ && open_ == 0) {
    Pm_Terminate();
    started_ = false;
  }
  if (started_) return;
  if (Pt_Started() == 0) Pt_Start(1, nullptr, nullptr);
  started_ = Pm_Initialize() == pmNoError;
}

std::vector<Library::Found> Library::find() const {
  std::vector<Found> result;
  for (PmDeviceID id = 0; started_ && id < Pm_CountDevices(); ++id) {
    const PmDeviceInfo* const info = Pm_GetDeviceInfo(id);
    const bool is_input = info->input != 0;
    std::string name = info->name;
    const auto is_taken = [&](const Found& other) {
      return other.name == name && other.is_input == is_input;
    };
    for (int n = 2; std::ranges::any_of(result, is_taken); ++n) {
      name = info->name + (" (" + std::to_string(n) + ")");
    }
    result.push_back({std::move(name), is_input, id});
  }
  return result;
}

std::vector<PortInfo> Library::ports() {
  const std::lock_guard lock(mutex_);
  start();
  std::vector<PortInfo> result;
  for (const Found& found : find()) {
    auto port = std::ranges::find(result, found.name, &PortInfo::name);
    if (port == result.end()) port = result.insert(port, {.name = found.name});
    (found.is_input ? port->is_input : port->is_output) = true;
  }
  return result;
}

PmDeviceID Library::id_of(const std::string& name, bool is_input) {
  start();
  for (const Found& found : find()) {
    if (found.name == name && found.is_input == is_input) return found.id;
  }
  throw PortNotFound("port '" + name + "' has gone away");
}

PortMidiStream* Library::open_input(const std::string& name) {
  const std::lock_guard lock(mutex_);
  PortMidiStream* stream = nullptr;
  check(name, Pm_OpenInput(&stream, id_of(name, true), nullptr, buffered_events, nullptr, nullptr));
  Pm_SetFilter(stream, 0);  // by itself it keeps active sensing back
  ++open_;
  return stream;
}

PortMidiStream* Library::open_output(const std::string& name) {
  const std::lock_guard lock(mutex_);
  PortMidiStream* stream = nullptr;
  check(name,
        Pm_OpenOutput(&stream, id_of(name, false), nullptr, buffered_events, nullptr, nullptr, 0));
  ++open_;
  return stream;
}

void Library::close(PortMidiStream* stream) {
  const std::lock_guard lock(mutex_);
  Pm_Close(stream);
  --open_;
}

}  // namespace mido::portmidi
