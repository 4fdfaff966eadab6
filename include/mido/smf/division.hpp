// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mido/messages/field_types.hpp"
#include "mido/values/bounded.hpp"
#include "mido/values/time.hpp"

namespace mido {

struct TicksPerBeatTag {
  static constexpr std::string_view label = "ticks_per_beat";
};

/// How long a tick is (SMF 1.0, "division"): a part of a beat, whose length follows the tempo, or
/// a part of a SMPTE frame, whatever the tempo.
class Division {
 public:
  /// 480 ticks per beat.
  constexpr Division() noexcept = default;
  /// Ticks per beat (quarter note), 1..32767: a literal, or checked(n).
  consteval Division(int ticks_per_beat) : Division(checked(ticks_per_beat)) {}
  constexpr Division(Checked ticks_per_beat)
      : raw_(static_cast<std::uint16_t>(ticks_per_beat.value)) {
    if (ticks_per_beat.value < 1 || ticks_per_beat.value > 0x7FFF) {
      detail::throw_out_of_range(TicksPerBeatTag::label, 1, 0x7FFF);
    }
  }
  /// Frames a second and ticks per frame, 1..255. Throws ValueError when out of range.
  [[nodiscard]] static Division smpte(FrameRate rate, int ticks_per_frame);

  /// From the header of a file; nothing when it means no division.
  [[nodiscard]] static std::optional<Division> from_raw(std::uint16_t raw) noexcept;
  /// As in the header of a file.
  [[nodiscard]] constexpr std::uint16_t raw() const noexcept { return raw_; }

  [[nodiscard]] constexpr bool is_smpte() const noexcept { return (raw_ & 0x8000) != 0; }
  /// 1..32767, or nothing for a SMPTE division.
  [[nodiscard]] constexpr std::optional<int> ticks_per_beat() const noexcept {
    if (is_smpte()) return std::nullopt;
    return raw_;
  }
  /// Nothing and 0 for ticks per beat.
  [[nodiscard]] std::optional<FrameRate> frame_rate() const noexcept;
  [[nodiscard]] int ticks_per_frame() const noexcept { return is_smpte() ? raw_ & 0xFF : 0; }

  /// Seconds as a fraction of integers.
  struct Fraction {
    std::int64_t numerator;
    std::int64_t denominator;  ///< below 2^35
  };
  /// How long one tick is at that tempo, exactly. The denominator is the same for every tempo.
  [[nodiscard]] Fraction tick_fraction(Tempo tempo) const noexcept;
  /// The same as one number.
  [[nodiscard]] Seconds tick_length(Tempo tempo) const noexcept;

  friend constexpr bool operator==(Division, Division) = default;

 private:
  std::uint16_t raw_ = 480;
};

/// 120 beats a minute: what holds until a file says otherwise.
inline constexpr Tempo default_tempo = 500000;

}  // namespace mido
