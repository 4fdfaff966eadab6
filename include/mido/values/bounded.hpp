// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "mido/values/errors.hpp"

namespace mido {

/// A run-time integer that is to be checked where it becomes a bounded value. See checked().
struct Checked {
  long long value;
};

/// A run-time integer that is to be brought into range where it becomes a bounded value.
struct Clamped {
  long long value;
};

namespace detail {
constexpr long long saturate(std::integral auto value) noexcept {
  constexpr auto most = std::numeric_limits<long long>::max();
  return std::in_range<long long>(value) ? static_cast<long long>(value) : most;
}
}  // namespace detail

/// Marks a run-time integer for checking: `NoteOn{.note = checked(n)}` throws ValueError when `n`
/// is out of range.
[[nodiscard]] constexpr Checked checked(std::integral auto value) noexcept {
  return {detail::saturate(value)};
}

/// Marks a run-time integer for clamping: `NoteOn{.note = clamped(n)}` takes the nearest value in
/// range.
[[nodiscard]] constexpr Clamped clamped(std::integral auto value) noexcept {
  return {detail::saturate(value)};
}

/// An integer that is always in Min..Max. A literal is checked by the compiler (`Note n = 200;`
/// does not build); a run-time value goes through checked() or clamped(). `Tag::label` is how
/// errors call it. Reads as a plain `int`.
template <class Tag, int Min, int Max>
class Bounded {
  static_assert(Min <= 0 && Max > 0, "0 is the default value");

  template <class Int>
  static constexpr bool fits =
      Min >= std::numeric_limits<Int>::min() && Max <= std::numeric_limits<Int>::max();
  using Rep = std::conditional_t<
      fits<std::uint8_t>, std::uint8_t,
      std::conditional_t<fits<std::uint16_t>, std::uint16_t,
                         std::conditional_t<fits<std::int16_t>, std::int16_t, std::int32_t>>>;

 public:
  static constexpr int min = Min;
  static constexpr int max = Max;

  constexpr Bounded() noexcept = default;
  template <std::integral Int>  // not int: 60.7 must not become 60
  consteval Bounded(Int literal) : Bounded(checked(literal)) {}
  constexpr Bounded(Checked wanted) : value_(static_cast<Rep>(wanted.value)) {
    if (wanted.value < Min || wanted.value > Max) detail::throw_out_of_range(Tag::label, Min, Max);
  }
  constexpr Bounded(Clamped wanted) noexcept
      : value_(static_cast<Rep>(wanted.value < Min   ? Min
                                : wanted.value > Max ? Max
                                                     : wanted.value)) {}

  constexpr operator int() const noexcept { return value_; }

 private:
  Rep value_ = 0;
};

}  // namespace mido
