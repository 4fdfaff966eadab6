// SPDX-License-Identifier: MIT
#include "mido/codec/high_bits.hpp"

#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define MIDO_SSE2
#endif

namespace mido::detail {

namespace {

// Such a status has bit 6, and bit 5 only with bit 4: C, D and F.
#ifdef MIDO_SSE2

constexpr int step = 16;

HighBits high_bits(const std::uint8_t* bytes) noexcept {
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const __m128i bit_6 = _mm_slli_epi16(all, 1);
  const __m128i bit_5_alone = _mm_andnot_si128(_mm_slli_epi16(all, 3), _mm_slli_epi16(all, 2));
  const __m128i other = _mm_andnot_si128(bit_5_alone, _mm_and_si128(all, bit_6));
  return {static_cast<unsigned>(_mm_movemask_epi8(all)),
          static_cast<unsigned>(_mm_movemask_epi8(other))};
}

#else

constexpr int step = 8;

// The product brings the eight highest bits together in the highest byte.
std::uint64_t gather(std::uint64_t bytes) noexcept {
  return (((bytes >> 7) & 0x0101010101010101U) * 0x0102040810204080U) >> 56;
}

HighBits high_bits(const std::uint8_t* bytes) noexcept {
  std::uint64_t all = 0;
  std::memcpy(&all, bytes, sizeof all);
  const std::uint64_t bit_5_alone = (all << 2) & ~(all << 3);
  return {gather(all), gather(all & (all << 1) & ~bit_5_alone)};
}

#endif

}  // namespace

HighBits high_bits_of_64(const std::uint8_t* bytes) noexcept {
  HighBits result;
  for (int i = 0; i < 64; i += step) {
    const HighBits part = high_bits(bytes + i);
    result.all |= part.all << i;
    result.other_status |= part.other_status << i;
  }
  return result;
}

}  // namespace mido::detail
