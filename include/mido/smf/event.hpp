// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "mido/messages/track_event.hpp"

namespace mido::smf {

/// One event as it stands in the file. `data` points into the file.
struct Event {
  /// 0x80..0xEF, 0xF0 (sysex), 0xF7 (escape) or 0xFF (meta); else what a faulty track has:
  /// `stray` or `torn`.
  std::uint8_t status = 0;
  std::uint8_t meta_type = 0;  ///< of a meta message, else 0
  /// How the file writes it, where that is not the usual way.
  detail::Spelling spelling = {};
  /// Only in tolerant mode: data bytes over 127, or a meta payload that cannot be.
  bool has_bad_data = false;
  std::uint32_t delta = 0;             ///< ticks since the event before, 0..268435455
  std::span<const std::uint8_t> data;  ///< one or two data bytes, or the payload
  std::size_t offset = 0;              ///< where its delta time begins in the file

  /// Bytes that are no event, with a delta time before them.
  static constexpr std::uint8_t stray = 0;
  /// Bytes that are no event, not even a delta time.
  static constexpr std::uint8_t torn = 1;

  [[nodiscard]] bool is_meta() const noexcept { return status == detail::meta_status; }
  [[nodiscard]] bool is_junk() const noexcept { return status <= torn; }
};

/// The event as a value that owns its bytes.
[[nodiscard]] TrackEvent to_track_event(const Event& event);

}  // namespace mido::smf
