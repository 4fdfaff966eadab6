// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "mido/messages/live_types.hpp"
#include "mido/ports/wait_list.hpp"
#include "mido/values/timestamp.hpp"

namespace mido {

/// Messages that an input does not want.
struct Ignore {
  bool sysex = false;
  bool timing = false;  ///< clock and quarter_frame
  bool active_sensing = false;

  /// By the status of the message.
  [[nodiscard]] constexpr bool matches(std::uint8_t status) const noexcept {
    return (sysex && status == Sysex::status) ||
           (active_sensing && status == ActiveSensing::status) ||
           (timing && (status == Clock::status || status == QuarterFrame::status));
  }
};

/// The bounded queue of bytes between a driver and an Input. One thread at a time writes (the
/// driver's, or its real-time callback), without lock or allocation; one at a time reads. What a
/// driver calls is virtual, so that one in a shared object needs nothing to link with.
class Inbox {
 public:
  static constexpr std::size_t default_capacity = std::size_t{1} << 20;

  /// Room for `capacity` bytes, rounded up to a power of two, at least 64 and at most 2^30. A short
  /// message takes 16 bytes.
  explicit Inbox(std::size_t capacity = default_capacity, Ignore ignore = {});
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;
  virtual ~Inbox() = default;

  // ---- The driver's side. Thread-safe: one writer. Realtime-safe: yes. ----

  /// Hands over bytes as they came from the wire: a message, several, or a part of one. Returns
  /// false when there is no room: none was taken, and the loss is counted and known to the reader.
  virtual bool write(std::span<const std::uint8_t> bytes, Timestamp when) noexcept;

  /// Says that the driver itself lost something, which is counted as well.
  virtual void mark_lost() noexcept;

  /// Whether a write of `size` bytes would fit now. Only the writer may rely on it.
  [[nodiscard]] virtual bool has_room(std::size_t size) const noexcept;

  /// Says that the device has gone away; what is in the queue can still be read.
  virtual void disconnect() noexcept;
  /// From now on disconnect() ends nothing: the device is away() until this is called again.
  void expect_back() noexcept;

  // ---- The port's side. Thread-safe: one reader. ----

  /// Bytes of one write, and when they came. Empty when there is none. Valid until the next
  /// read().
  struct Chunk {
    std::span<const std::uint8_t> bytes;
    Timestamp when{};
    bool after_loss = false;  ///< bytes before these did not fit
  };
  [[nodiscard]] Chunk read();

  // ---- Anybody. Thread-safe: yes. Realtime-safe: yes. ----

  [[nodiscard]] bool disconnected() const noexcept { return disconnected_.load(); }
  [[nodiscard]] bool away() const noexcept { return away_.load(); }
  /// How many writes did not fit since the beginning, or were lost by the driver.
  [[nodiscard]] std::uint64_t lost() const noexcept { return lost_.load(); }
  /// Who wants to be woken by the next write.
  [[nodiscard]] WaitList& waiters() noexcept { return waiters_; }

 private:
  // What a record begins with, and all of it for a short message.
  struct Header {
    std::int64_t when;
    std::uint32_t size;
    bool after_loss;
    std::array<std::uint8_t, 3> short_bytes;
  };
  static_assert(sizeof(Header) == 16);

  [[nodiscard]] static std::size_t record_size(std::size_t bytes) noexcept;
  [[nodiscard]] std::span<const std::uint8_t> bytes_of(const Header& header, std::size_t position);
  void copy_in(std::size_t position, const void* from, std::size_t size) noexcept;
  void copy_out(std::size_t position, void* to, std::size_t size) const noexcept;

  std::size_t capacity_;
  Ignore ignore_;
  std::unique_ptr<std::uint8_t[]> ring_;
  std::vector<std::uint8_t> straight_;   // the reader's: a chunk that goes round the ring's end
  std::array<std::uint8_t, 3> short_{};  // the reader's: a short chunk

  alignas(64) std::atomic<std::size_t> written_{0};
  bool losing_ = false;  // the writer's
  alignas(64) std::atomic<std::size_t> read_{0};
  std::size_t to_release_ = 0;  // the reader's: the record it still looks at
  alignas(64) std::atomic<std::uint64_t> lost_{0};
  std::atomic<bool> disconnected_{false};
  std::atomic<bool> expected_back_{false};
  std::atomic<bool> away_{false};
  WaitList waiters_;
};

}  // namespace mido
