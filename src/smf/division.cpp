// SPDX-License-Identifier: MIT
#include "mido/smf/division.hpp"

#include <algorithm>
#include <array>

namespace mido {

namespace {

// SMF 1.0: minus the frames per second, where 29 stands for 29.97 (30 drop frame).
constexpr std::array<int, 4> smpte_formats = {24, 25, 29, 30};

// Drop frame counts 30 frames in 1.001 seconds.
constexpr std::array<Division::Fraction, 4> frame_lengths = {
    {{1, 24}, {1, 25}, {1001, 30000}, {1, 30}}};

constexpr std::int64_t microseconds_per_second = 1000000;

int smpte_format(std::uint16_t raw) noexcept { return -static_cast<std::int8_t>(raw >> 8); }

}  // namespace

Division Division::smpte(FrameRate rate, int ticks_per_frame) {
  if (ticks_per_frame < 1 || ticks_per_frame > 255) {
    detail::throw_out_of_range("ticks_per_frame", 1, 255);
  }
  Division result;
  const auto high = static_cast<std::uint8_t>(-smpte_formats[rate.code()]);
  result.raw_ = static_cast<std::uint16_t>((high << 8) | ticks_per_frame);
  return result;
}

std::optional<Division> Division::from_raw(std::uint16_t raw) noexcept {
  Division result;
  result.raw_ = raw;
  const bool valid =
      result.is_smpte() ? result.frame_rate().has_value() && result.ticks_per_frame() > 0 : raw > 0;
  return valid ? std::optional(result) : std::nullopt;
}

std::optional<FrameRate> Division::frame_rate() const noexcept {
  if (!is_smpte()) return std::nullopt;
  const auto* const found = std::ranges::find(smpte_formats, smpte_format(raw_));
  if (found == smpte_formats.end()) return std::nullopt;
  return FrameRate::from_code(static_cast<std::uint8_t>(found - smpte_formats.begin()));
}

Division::Fraction Division::tick_fraction(Tempo tempo) const noexcept {
  if (const auto rate = frame_rate()) {
    const auto [numerator, denominator] = frame_lengths[rate->code()];
    return {numerator, denominator * ticks_per_frame()};
  }
  return {tempo, microseconds_per_second * raw_};
}

Seconds Division::tick_length(Tempo tempo) const noexcept {
  const auto [numerator, denominator] = tick_fraction(tempo);
  return Seconds(static_cast<double>(numerator) / static_cast<double>(denominator));
}

}  // namespace mido
