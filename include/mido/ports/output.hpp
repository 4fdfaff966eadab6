// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mido/messages/message.hpp"
#include "mido/messages/track_event.hpp"
#include "mido/ports/device.hpp"

namespace mido {

/// How an output sends.
struct OutputOptions {
  bool autoreset = false;  ///< reset() before closing
  /// How long sysex goes out; else as the device wants it.
  std::optional<SysexPacing> sysex_pacing = {};
  /// How long send() waits for room in a device that is busy before it gives up.
  std::chrono::nanoseconds send_timeout = std::chrono::seconds(10);
};

/// Is called with how many bytes of a message are out, and how many it has.
using SendProgress = std::function<void(std::size_t sent, std::size_t total)>;

/// An open output port. Movable; closes when destroyed.
/// Thread-safe: yes, several threads may send and one close at the same time.
class Output {
 public:
  /// A port over a device, as backends and ports of one's own make it. Throws ValueError when sysex
  /// is to go out in chunks and the device takes whole messages only.
  Output(std::string name, std::unique_ptr<OutputDevice> device, const OutputOptions& options = {});
  /// A port of one's own: `send` is called with every message, from one thread at a time.
  Output(std::string name, std::function<void(const Message&)> send,
         const OutputOptions& options = {});
  Output(Output&&) noexcept;
  Output& operator=(Output&&) noexcept;
  ~Output();

  [[nodiscard]] const std::string& name() const noexcept;
  [[nodiscard]] bool closed() const noexcept;

  /// Sends at once; returns before the message is played. Waits while the device has no room, as a
  /// pipe does; a long sysex takes as long as its pacing asks for. Throws PortClosed,
  /// PortDisconnected (and closes), or PortError when there was no room for too long: it says how
  /// much was sent. Calls `progress` after each part of the message. Realtime-safe: no, it locks.
  void send(const Message& message, const SendProgress& progress = {});

  /// Sends at that moment, on std::chrono::steady_clock; at once when it is over. The device does
  /// the timing where it can (to the frame, or in the kernel), else a thread of the port. Messages
  /// for the same moment keep their order. Those still to come are dropped when the port closes.
  /// Throws PortClosed or PortDisconnected; for later failures see lost().
  void send_at(const Message& message, Timestamp when);

  /// Waits until everything is out, what send_at() was given too. False when that takes longer than
  /// `timeout` or the port is closed meanwhile.
  bool drain(std::chrono::nanoseconds timeout = std::chrono::nanoseconds::max());

  /// How many messages of send_at() could not be sent when it was time.
  [[nodiscard]] std::uint64_t lost() const noexcept;

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
