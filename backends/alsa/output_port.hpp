// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "client.hpp"
#include "mido/ports/device.hpp"
#include "port_list.hpp"
#include "time_queue.hpp"
#include "wakeup.hpp"

namespace mido::alsa {

/// A client that plays to one port of another, or (virtual) to all who connect to it. It can
/// schedule events on a queue, whose ticks are made when they are needed first.
class OutputPort final : public OutputDevice {
 public:
  using MakeClock = std::function<std::shared_ptr<TimeQueue>()>;

  /// Without a `destination` the port is virtual. Throws PortError.
  OutputPort(const PortRequest& request, const std::optional<Port>& destination,
             MakeClock make_clock);

  Sent write(std::span<const std::uint8_t> bytes) override;
  Sent write_at(std::span<const std::uint8_t> bytes, Timestamp when) override;
  [[nodiscard]] std::chrono::nanoseconds lead() const override;

  bool wait_for_room(Deadline deadline) override;
  bool drain(Deadline deadline) override;
  void interrupt() noexcept override { wakeup_.signal(); }

  [[nodiscard]] SysexPacing sysex_pacing() const override;
  [[nodiscard]] bool disconnected() const noexcept override;

 private:
  [[nodiscard]] snd_seq_event_t event_of(std::span<const std::uint8_t> bytes);
  void schedule(snd_seq_event_t& event, Timestamp when);
  [[nodiscard]] bool have_listeners_room(std::size_t cells);
  Sent send(snd_seq_event_t& event);
  Sent answer_of(int result, const snd_seq_event_t& event);
  void set_room(std::size_t cells) noexcept;

  std::string name_;
  MakeClock make_clock_;
  std::shared_ptr<TimeQueue> clock_;
  Client client_;
  CoderHandle encoder_;
  snd_seq_addr_t address_;
  std::optional<Port> destination_;
  bool has_many_listeners_;  // or may have
  struct Scheduled {
    Timestamp when{};
    Timestamp queue_time{};
  };
  Scheduled latest_{};
  std::atomic<bool> is_pool_full_{false};
  std::optional<Deadline> patience_;  // how long a listener that does not read is waited for
  Wakeup wakeup_;
};

}  // namespace mido::alsa
