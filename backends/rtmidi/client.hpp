// SPDX-License-Identifier: MIT
#pragma once

#include <RtMidi.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace mido::rtmidi {

/// An RtMidiIn or RtMidiOut that keeps its errors to itself instead of printing them.
template <class Midi>
class Client {
 public:
  /// Throws RtMidiError.
  Client(RtMidi::Api api, const std::string& name) : midi_(api, name) {
    midi_.setErrorCallback(&Client::keep, this);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() = default;

  [[nodiscard]] Midi& operator*() noexcept { return midi_; }
  [[nodiscard]] Midi* operator->() noexcept { return &midi_; }

  [[nodiscard]] bool failed() const noexcept { return failed_; }
  [[nodiscard]] std::string first_error() const {
    const std::lock_guard lock(mutex_);
    return error_;
  }

  /// The names of its ports; equal ones are told apart by a number.
  [[nodiscard]] std::vector<std::string> port_names() {
    std::vector<std::string> names;
    for (unsigned i = 0; i < midi_.getPortCount(); ++i) {
      const std::string name = midi_.getPortName(i);
      std::string unique = name;
      for (int n = 2; std::find(names.begin(), names.end(), unique) != names.end(); ++n) {
        unique = name + " (" + std::to_string(n) + ")";
      }
      names.push_back(std::move(unique));
    }
    return names;
  }

 private:
  static void keep(RtMidiError::Type type, const std::string& text, void* self) {
    if (type == RtMidiError::DEBUG_WARNING) return;
    auto& client = *static_cast<Client*>(self);
    const std::lock_guard lock(client.mutex_);
    if (client.error_.empty()) client.error_ = text;
    client.failed_ = true;
  }

  mutable std::mutex mutex_;
  std::string error_;
  std::atomic<bool> failed_{false};
  Midi midi_;  // the last: its threads use the others
};

}  // namespace mido::rtmidi
