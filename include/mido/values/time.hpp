// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "mido/values/bounded.hpp"

namespace mido {

/// Seconds, fractions included.
using Seconds = std::chrono::duration<double>;

/// The `time` of a message: an integer (ticks in a track) or a float (seconds in playback). Each
/// stays what it is; they compare by value, so Time(1) == Time(1.0).
class Time {
 public:
  constexpr Time() noexcept = default;
  /// Throws ValueError when an unsigned value does not fit 64 bits with sign.
  constexpr Time(std::integral auto ticks) : bits_(narrow(ticks)) {}
  constexpr Time(std::floating_point auto seconds) noexcept
      : bits_(std::bit_cast<std::int64_t>(static_cast<double>(seconds))), is_float_(true) {}
  constexpr Time(Seconds seconds) noexcept : Time(seconds.count()) {}

  [[nodiscard]] constexpr bool is_float() const noexcept { return is_float_; }

  /// The value as an integer; a float is cut towards zero, and NaN is 0.
  [[nodiscard]] std::int64_t ticks() const noexcept { return is_float_ ? cut() : bits_; }

  /// The value as a floating-point number of seconds (or of whatever unit it is in).
  [[nodiscard]] constexpr double seconds() const noexcept {
    return is_float_ ? std::bit_cast<double>(bits_) : static_cast<double>(bits_);
  }

  friend bool operator==(Time a, Time b) noexcept;

 private:
  friend class BaseMessage;

  [[nodiscard]] std::int64_t cut() const noexcept;
  static constexpr std::int64_t narrow(std::integral auto ticks) {
    if (!std::in_range<std::int64_t>(ticks)) {
      detail::throw_out_of_range("time", std::numeric_limits<std::int64_t>::min(),
                                 std::numeric_limits<std::int64_t>::max());
    }
    return static_cast<std::int64_t>(ticks);
  }

  std::int64_t bits_ = 0;
  bool is_float_ = false;
};

/// As Python writes it: `3`, `0.5`, `1.0`, `1e-05`; a float always shows that it is one.
[[nodiscard]] std::string to_string(Time time);

}  // namespace mido

template <>
struct std::hash<mido::Time> {
  std::size_t operator()(mido::Time time) const noexcept;
};
