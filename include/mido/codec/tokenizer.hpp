// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "mido/messages/attribute.hpp"
#include "mido/messages/live_length.hpp"

namespace mido {

/// Cuts a live stream of bytes into messages (MIDI 1.0, "running status", "system real time"):
/// running status, real-time messages inside others, sysex of any size, ended by any status.
/// Takes any bytes: undefined ones and data bytes without a status are skipped.
/// Thread-safe: no. Realtime-safe: yes, but for sysex, which allocates.
class Tokenizer {
 public:
  /// A device that never ends its sysex shall not fill the memory.
  static constexpr std::size_t longest_sysex = std::size_t{1} << 28;

  /// Calls `sink(std::span<const std::uint8_t>)` with the bytes of every message that `bytes`
  /// complete; they are valid during the call. Running status is written out. When the sink
  /// throws, the rest of `bytes` is not taken; the next bytes go on after that message.
  template <class Sink>
  void feed(std::span<const std::uint8_t> bytes, Sink&& sink) {
    for (const std::uint8_t byte : bytes) {
      if (byte < detail::first_status) {
        feed_data(byte, sink);
      } else {
        feed_status(byte, sink);
      }
    }
  }

  /// Forgets the message under way and the running status, as after lost bytes.
  void reset() noexcept {
    have_ = 0;
    need_ = 0;
    in_sysex_ = false;
    sysex_.clear();
  }

 private:
  template <class Sink>
  void feed_data(std::uint8_t byte, Sink& sink) {
    if (in_sysex_) {
      if (sysex_.size() < longest_sysex) sysex_.push_back(byte);
      return;
    }
    if (need_ == 0) return;  // no status to go with it
    message_[have_++] = byte;
    if (have_ == need_) end_message(sink);
  }

  template <class Sink>
  void feed_status(std::uint8_t byte, Sink& sink) {
    if (byte >= detail::first_realtime_status) {
      if (detail::live_length(byte) != 0) sink(std::span<const std::uint8_t>(&byte, 1));
      return;
    }
    if (in_sysex_) end_sysex(sink);
    message_[0] = byte;
    have_ = 1;
    need_ = detail::live_length(byte);
    if (byte == detail::sysex_status) {
      in_sysex_ = true;
      sysex_.assign(1, byte);
    } else if (need_ == 1) {
      end_message(sink);
    }
  }

  // The state is that after the message before the sink is called: it may throw.
  template <class Sink>
  void end_message(Sink& sink) {
    const std::span<const std::uint8_t> message(message_.data(), need_);
    have_ = 1;
    // Only channel messages go on by running status.
    if (message_[0] >= detail::first_system_status) need_ = 0;
    sink(message);
  }

  template <class Sink>
  void end_sysex(Sink& sink) {
    in_sysex_ = false;
    if (sysex_.size() < longest_sysex) {
      sysex_.push_back(detail::end_of_sysex);
      sink(std::span<const std::uint8_t>(sysex_));
    }
  }

  std::array<std::uint8_t, 3> message_{};
  std::size_t have_ = 0;
  std::size_t need_ = 0;
  bool in_sysex_ = false;
  Bytes sysex_;
};

}  // namespace mido
