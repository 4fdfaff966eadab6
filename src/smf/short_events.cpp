// SPDX-License-Identifier: MIT
#include "mido/smf/short_events.hpp"

#include <algorithm>

#include "mido/codec/high_bits.hpp"

namespace mido::detail {

void ShortEventBits::fill(const std::uint8_t* position, const std::uint8_t* end) noexcept {
  begin_ = position;
  source_ = position;
  const auto left = static_cast<std::size_t>(end - position);
  const bool last = left < size + slack;
  if (last) {
    copy_.fill(0xFF);
    std::memcpy(copy_.data(), position, std::min(left, copy_.size()));
    source_ = copy_.data();
  }
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < size; i += 64) {
    const HighBits part = high_bits_of_64(source_ + i);
    const std::uint64_t bits = part.all | (part.other_status << 1) | carry;
    carry = part.other_status >> 63;
    std::memcpy(bits_.data() + i / 8, &bits, sizeof bits);
  }
  std::memset(bits_.data() + size / 8, 0xFF, slack);
  limit_ = left <= size ? size + 1 : size - std::size_t{2} * shape_bits;
}

}  // namespace mido::detail
