// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "mido/messages/live_length.hpp"
#include "mido/messages/track_event.hpp"

namespace mido::detail {

/// The fast way to write channel messages with a delta time of one or two bytes, nearly all there
/// are, as ShortEventReader is the one to read them.
class ShortEventWriter {
 public:
  static constexpr std::size_t longest = 5;
  static constexpr std::size_t slack = 8;  ///< is written behind an event, and is of no meaning

  explicit ShortEventWriter(std::uint8_t running_status) noexcept
      : running_status_(running_status) {}

  [[nodiscard]] std::uint8_t running_status() const noexcept {
    return static_cast<std::uint8_t>(running_status_);
  }

  /// Whether the event is one of those.
  [[nodiscard]] static bool can_write(const TrackEvent& event) noexcept {
    constexpr unsigned may_have = Payload::written_status_tag ^ Payload::live_tag;
    const std::uint64_t word = event.words().payload;
    const bool usual = (word & 0xFF & ~std::uint64_t{may_have}) == Payload::live_tag;
    return std::endian::native == std::endian::little && usual &&
           (word & 0xF000) != (first_system_status << 8) &&
           static_cast<std::uint64_t>(event.words().time) < (1U << 14);
  }

  /// Writes one and returns where it ends. Precondition: can_write(), and room for the longest and
  /// the slack.
  std::uint8_t* write(std::uint8_t* out, const TrackEvent& event) noexcept {
    const std::uint64_t word = event.words().payload;
    auto delta = static_cast<std::uint64_t>(event.words().time);
    if (delta > 0x7F) {
      *out++ = static_cast<std::uint8_t>(0x80 | (delta >> 7));
      delta &= 0x7F;
    }
    const std::uint64_t status = (word >> 8) & 0xFF;
    // Half of all events have one: without a branch.
    const std::uint64_t written = word & (Payload::written_status_tag ^ Payload::live_tag);
    const auto has_status = static_cast<unsigned>((written | (status ^ running_status_)) != 0);
    const std::uint64_t message = word >> (16 - 8 * has_status);
    const std::uint64_t bytes = delta | (message << 8);
    std::memcpy(out, &bytes, sizeof bytes);
    running_status_ = status;
    return out + has_status + live_length(static_cast<std::uint8_t>(status));
  }

 private:
  std::uint64_t running_status_;
};

}  // namespace mido::detail
