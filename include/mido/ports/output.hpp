// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mido/messages/message.hpp"
#include "mido/messages/track_event.hpp"
#include "mido/ports/device.hpp"

namespace mido {

/// An open output port. Movable; closes when destroyed.
/// Thread-safe: yes, several threads may send and one close at the same time.
class Output {
 public:
  /// A port over a device, as backends and ports of one's own make it. With `autoreset`, reset()
  /// is sent before closing.
  Output(std::string name, std::unique_ptr<OutputDevice> device, bool autoreset = false);
  /// A port of one's own: `send` is called with every message, from one thread at a time.
  Output(std::string name, std::function<void(const Message&)> send, bool autoreset = false);
  Output(Output&&) noexcept;
  Output& operator=(Output&&) noexcept;
  ~Output();

  [[nodiscard]] const std::string& name() const noexcept;
  [[nodiscard]] bool closed() const noexcept;

  /// Sends at once; returns before the message is played. Throws PortClosed, PortDisconnected (and
  /// closes), or PortError when the device has no room: then nothing was sent.
  /// Realtime-safe: no, it locks.
  void send(const Message& message);

  /// Sends the bytes as they are, a part of a message too; each message goes to the device as
  /// soon as it is complete. For packets of a track. Throws as send() does.
  void send_bytes(std::span<const std::uint8_t> bytes);

  /// Sends "all notes off" and "reset all controllers" on every channel.
  void reset();
  /// Sends "all sounds off" on every channel: notes end at once.
  void panic();

  /// Closes the port, after reset() when it was opened with autoreset. Does nothing when it is
  /// closed already. Never throws.
  void close() noexcept;

  /// The clock the port plays by: the wall, or that of a device that renders into a file. Lives as
  /// long as the port is open.
  [[nodiscard]] ClockSource& clock();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What Output::reset() and Output::panic() send.
[[nodiscard]] const std::vector<Message>& reset_messages();
[[nodiscard]] const std::vector<Message>& panic_messages();

}  // namespace mido
