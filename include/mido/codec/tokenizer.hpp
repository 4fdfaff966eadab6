// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include "mido/codec/high_bits.hpp"
#include "mido/messages/attribute.hpp"
#include "mido/messages/live_length.hpp"
#include "mido/messages/message.hpp"

namespace mido {

/// What data bytes after a whole channel message mean.
enum class RunningStatus : std::uint8_t {
  expand,  ///< another message of that status (MIDI 1.0)
  ignore,  ///< nothing, they are skipped: as the original does
};

/// Cuts a live stream of bytes into messages (MIDI 1.0, "running status", "system real time"):
/// running status, real-time messages inside others, sysex of any size, ended by any status.
/// Takes any bytes: those that belong to no whole message are skipped, and counted.
/// Thread-safe: no. Realtime-safe: yes, but for sysex, which allocates.
class Tokenizer {
 public:
  /// A device that never ends its sysex shall not fill the memory.
  static constexpr std::size_t default_longest_sysex = std::size_t{1} << 28;

  Tokenizer() = default;
  /// `longest_sysex` is in bytes, F0 and F7 included; a longer one is skipped.
  explicit Tokenizer(RunningStatus running_status,
                     std::size_t longest_sysex = default_longest_sysex)
      : first_without_running_status_(running_status == RunningStatus::expand
                                          ? detail::first_system_status
                                          : detail::first_status),
        longest_sysex_(longest_sysex) {}

  /// Calls `sink(std::span<const std::uint8_t>)` with the bytes of every message that `bytes`
  /// complete; they are valid during the call. Running status is written out. A sink that takes a
  /// Message gets that, which is faster than to make one of bytes. When the sink throws, the rest
  /// of `bytes` is not taken; the next bytes go on after that message.
  template <class Sink>
  void feed(std::span<const std::uint8_t> bytes, Sink&& sink) {
    const std::uint8_t* position = bytes.data();
    const std::uint8_t* const end = position + bytes.size();
    while (position != end) {
      position = feed_whole_messages(position, end, sink);
      if (position != end) feed_byte(*position++, sink);
    }
  }

  /// Forgets the message under way and the running status, as after lost bytes.
  void reset() noexcept {
    skipped_ += in_sysex_ ? sysex_.size() : have_ - counted_;
    have_ = 0;
    counted_ = 0;
    need_ = 0;
    in_sysex_ = false;
    sysex_.clear();
  }

  /// How many bytes were skipped so far: data bytes without a status, messages that another status
  /// cut short, undefined status bytes, stray ends of sysex, sysex that is too long.
  [[nodiscard]] std::uint64_t skipped() const noexcept { return skipped_; }

 private:
  template <class Sink>
  const std::uint8_t* feed_whole_messages(const std::uint8_t* position, const std::uint8_t* end,
                                          Sink& sink);

  template <class Sink>
  static void deliver(std::span<const std::uint8_t> message, Sink& sink) {
    if constexpr (std::invocable<Sink&, std::span<const std::uint8_t>>) {
      sink(message);
    } else {
      sink(Message::from_bytes(message));
    }
  }
  template <class Sink>
  static void deliver(std::uint32_t message, std::size_t size, Sink& sink) {
    if constexpr (std::invocable<Sink&, std::span<const std::uint8_t>>) {
      const std::array bytes{static_cast<std::uint8_t>(message),
                             static_cast<std::uint8_t>(message >> 8),
                             static_cast<std::uint8_t>(message >> 16)};
      sink(std::span(bytes).first(size));
    } else {
      sink(Message::from_valid_bytes(message));
    }
  }

  template <class Sink>
  void feed_byte(std::uint8_t byte, Sink& sink) {
    if (byte < detail::first_status) {
      feed_data(byte, sink);
    } else {
      feed_status(byte, sink);
    }
  }

  template <class Sink>
  void feed_data(std::uint8_t byte, Sink& sink) {
    if (in_sysex_) {
      if (sysex_.size() < longest_sysex_) {
        sysex_.push_back(byte);
      } else {
        ++skipped_;
      }
      return;
    }
    if (need_ == 0) {
      ++skipped_;  // no status to go with it
      return;
    }
    message_[have_++] = byte;
    if (have_ == need_) end_message(sink);
  }

  template <class Sink>
  void feed_status(std::uint8_t byte, Sink& sink) {
    if (byte >= detail::first_realtime_status) {
      if (detail::live_length(byte) == 0) {
        ++skipped_;
      } else {
        deliver(byte, 1, sink);
      }
      return;
    }
    if (in_sysex_) return end_sysex(byte, sink);
    skipped_ += have_ - counted_;
    begin_message(byte, sink);
  }

  template <class Sink>
  void begin_message(std::uint8_t status, Sink& sink) {
    message_[0] = status;
    have_ = 1;
    need_ = detail::live_length(status);
    counted_ = need_ == 0 ? 1 : 0;
    if (status == detail::sysex_status) {
      in_sysex_ = true;
      sysex_.assign(1, status);
    } else if (need_ == 1) {
      end_message(sink);
    } else if (need_ == 0) {
      ++skipped_;
    }
  }

  // The state is that after the message before the sink is called: it may throw.
  template <class Sink>
  void end_message(Sink& sink) {
    const std::size_t size = need_;
    const std::uint32_t message = message_[0] | (size > 1 ? std::uint32_t{message_[1]} << 8 : 0) |
                                  (size > 2 ? std::uint32_t{message_[2]} << 16 : 0);
    have_ = counted_ = 1;
    if (message_[0] >= first_without_running_status_) need_ = 0;
    deliver(message, size, sink);
  }

  template <class Sink>
  void end_sysex(std::uint8_t status, Sink& sink) {
    in_sysex_ = false;
    const bool has_end = status == detail::end_of_sysex;
    if (sysex_.size() < longest_sysex_) {
      sysex_.push_back(detail::end_of_sysex);
      deliver(sysex_, sink);
    } else {
      skipped_ += sysex_.size() + (has_end ? 1U : 0U);
    }
    if (!has_end) begin_message(status, sink);
  }

  /// The running status between two channel messages, 0 when there is none; given back to the
  /// tokenizer even when a sink throws.
  struct RunningStatusKeeper {
    explicit RunningStatusKeeper(Tokenizer& owner) noexcept
        : tokenizer(owner), status(owner.need_ == 0 ? std::uint8_t{0} : owner.message_[0]) {}
    RunningStatusKeeper(const RunningStatusKeeper&) = delete;
    RunningStatusKeeper& operator=(const RunningStatusKeeper&) = delete;
    ~RunningStatusKeeper() {
      tokenizer.message_[0] = status;
      tokenizer.have_ = tokenizer.counted_ = 1;
      tokenizer.need_ = detail::channel_message_sizes[status];
    }
    Tokenizer& tokenizer;
    std::uint8_t status;
  };

  struct WindowEnd {
    const std::uint8_t* position;
    bool goes_on;  // with the next window
  };
  template <class Sink>
  const std::uint8_t* feed_windows(const std::uint8_t* position, const std::uint8_t* end,
                                   RunningStatusKeeper& running, Sink& sink);
  template <class Sink>
  WindowEnd feed_window(const std::uint8_t* position, RunningStatusKeeper& running, Sink& sink);
  template <class Sink>
  std::size_t feed_whole_message(const std::uint8_t* position, const std::uint8_t* end,
                                 RunningStatusKeeper& running, Sink& sink);
  [[nodiscard]] bool expands_running_status() const noexcept {
    return first_without_running_status_ == detail::first_system_status;
  }
  /// The status (the lowest) and two data bytes; without a status the running one.
  [[nodiscard]] static std::uint32_t usual_message(const std::uint8_t* bytes, unsigned has_status,
                                                   std::uint32_t running) noexcept {
    const std::uint32_t read = bytes[0] | (std::uint32_t{bytes[1]} << 8) |
                               (std::uint32_t{bytes[2]} << 16) | (std::uint32_t{bytes[3]} << 24);
    return ((read << (8 ^ (has_status * 8))) | (running & (has_status - 1))) & 0xFFFFFF;
  }

  std::array<std::uint8_t, 3> message_{};
  std::size_t have_ = 0;     // bytes of the message under way, its status included
  std::size_t counted_ = 0;  // of these, how many are accounted for: 1 in running status
  std::size_t need_ = 0;
  bool in_sysex_ = false;
  Bytes sysex_;
  std::uint64_t skipped_ = 0;
  std::uint8_t first_without_running_status_ = detail::first_system_status;
  std::size_t longest_sysex_ = default_longest_sysex;
};

// Whole channel and real-time messages one after the other, which is nearly all there is: no state
// but the running status is kept for them. Returns where something else begins, or the rest is too
// short.
template <class Sink>
const std::uint8_t* Tokenizer::feed_whole_messages(const std::uint8_t* position,
                                                   const std::uint8_t* end, Sink& sink) {
  if (in_sysex_ || have_ != counted_) return position;
  RunningStatusKeeper running(*this);
  if (expands_running_status()) position = feed_windows(position, end, running, sink);
  while (const std::size_t size = feed_whole_message(position, end, running, sink)) {
    position += size;
  }
  return position;
}

// One, and how many bytes it has; 0 when it is none.
template <class Sink>
std::size_t Tokenizer::feed_whole_message(const std::uint8_t* position, const std::uint8_t* end,
                                          RunningStatusKeeper& running, Sink& sink) {
  if (end - position < 3) return 0;
  const std::uint8_t* data = position;
  std::uint8_t status = running.status;
  if (*data >= detail::first_status) status = *data++;
  if (status >= detail::first_realtime_status && detail::live_length(status) == 1) {
    deliver(status, 1, sink);
    return 1;
  }
  const std::size_t size = detail::channel_message_sizes[status];
  const std::uint8_t data2 = size == 3 ? data[1] : 0;
  if (size == 0 || ((data[0] | data2) & 0x80) != 0) return 0;
  running.status = status < first_without_running_status_ ? status : 0;
  deliver(status | (std::uint32_t{data[0]} << 8) | (std::uint32_t{data2} << 16), size, sink);
  return static_cast<std::size_t>(data - position) + size - 1;
}

// The same for many of them, by windows of 64 bytes.
template <class Sink>
const std::uint8_t* Tokenizer::feed_windows(const std::uint8_t* position, const std::uint8_t* end,
                                            RunningStatusKeeper& running, Sink& sink) {
  constexpr std::ptrdiff_t least = 16;  // for a few messages it does not pay
  std::array<std::uint8_t, 64> last;
  while (end - position >= least) {
    const std::uint8_t* window = position;
    if (end - position < std::ssize(last)) {
      last.fill(detail::end_of_sysex);  // which no message begins with
      std::copy(position, end, last.begin());
      window = last.data();
    }
    const WindowEnd window_end = feed_window(window, running, sink);
    position += window_end.position - window;
    if (!window_end.goes_on) break;
  }
  return position;
}

// By the highest bits of the bytes: no branch depends on whether a message has a status.
template <class Sink>
Tokenizer::WindowEnd Tokenizer::feed_window(const std::uint8_t* position,
                                            RunningStatusKeeper& running, Sink& sink) {
  const detail::HighBits high = detail::high_bits_of_64(position);
  std::uint64_t bits = high.all | (high.other_status << 1);
  int left = 20;  // messages of three bytes, and a fourth is read
  while (true) {
    std::uint32_t status = running.status;
    // Without a status byte the next message is no usual one then.
    if (detail::channel_message_sizes[status] != 3) bits |= (~bits & 1) << 1;
    for (; left > 0; --left) {
      const auto has_status = static_cast<unsigned>(bits & 1);
      const std::uint64_t data_bits = bits >> has_status;
      if ((data_bits & 3) != 0) break;
      bits = data_bits >> 2;
      const std::uint32_t message = usual_message(position, has_status, status);
      position += 2 + has_status;
      status = message & 0xFF;
      running.status = static_cast<std::uint8_t>(status);
      deliver(message, 3, sink);
    }
    if (left == 0) return {position, true};
    --left;
    const std::size_t size = feed_whole_message(position, position + 4, running, sink);
    if (size == 0) return {position, false};
    position += size;
    bits = ((bits >> size) & ~std::uint64_t{1}) | (*position >> 7);
  }
}

}  // namespace mido
