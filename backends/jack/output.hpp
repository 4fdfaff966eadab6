// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <span>

#include "mido/ports/device.hpp"
#include "mido/ports/wait_list.hpp"
#include "player.hpp"
#include "port.hpp"
#include "ring.hpp"

namespace mido::jack {

/// Hands messages to the process callback, which plays them in the next cycle or on the frame of
/// their time.
class JackOutput final : public OutputDevice, private PortUser {
 public:
  explicit JackOutput(const PortRequest& request);
  /// Waits until what is not for later is out, as long as the server goes on taking it.
  ~JackOutput() override;

  Sent write(std::span<const std::uint8_t> bytes) override;
  Sent write_at(std::span<const std::uint8_t> bytes, Timestamp when) override;
  [[nodiscard]] std::chrono::nanoseconds lead() const override;

  bool wait_for_room(Deadline deadline) override;
  bool drain(Deadline deadline) override;
  void interrupt() noexcept override;

  [[nodiscard]] SysexPacing sysex_pacing() const override;
  [[nodiscard]] bool disconnected() const noexcept override { return lost_; }

 private:
  void process(jack_nframes_t frames) noexcept override;
  void lost() noexcept override;

  Sent push(Ring& ring, std::span<const std::uint8_t> bytes, Timestamp when);
  [[nodiscard]] Ring& timed_ring_for(Timestamp when) noexcept;
  [[nodiscard]] std::size_t taken() const noexcept;
  [[nodiscard]] bool is_empty() const noexcept;
  bool settle() noexcept;
  [[nodiscard]] bool nothing_left_before(Timestamp when) const noexcept;
  template <class Done>
  bool wait_until(Deadline deadline, Done done);

  // A message whose time is before that of one that was accepted goes into another ring.
  static constexpr std::size_t timed_rings = 4;
  static constexpr std::size_t rings = 1 + timed_rings;

  std::array<Ring, rings> rings_;  // the first: what is to be played at once
  std::array<Timestamp, rings> last_when_{};
  Player player_{rings_.front(), std::span(rings_).subspan(1)};

  // Up to where the others have seen the rings' messages: a port that closes in the cycle of its
  // last message takes it along.
  std::array<std::atomic<std::size_t>, rings> settled_{};
  std::atomic<std::size_t> cycles_played_{0};

  std::atomic<std::size_t> full_at_{0};  // taken() when there was no room
  std::atomic<bool> lost_{false};
  std::atomic<bool> interrupted_{false};
  std::atomic<Timestamp> closing_at_{Timestamp::min()};
  std::atomic<bool> finished_{false};
  WaitList changes_;
  Port port_;  // last: as long as it lives, this object is called
};

}  // namespace mido::jack
