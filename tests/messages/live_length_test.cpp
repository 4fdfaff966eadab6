// SPDX-License-Identifier: MIT
#include "mido/messages/live_length.hpp"

#include <gtest/gtest.h>

namespace mido::detail {
namespace {

// MIDI 1.0, "Summary of Status Bytes".
constexpr int length_of(int status) {
  if (status < 0x80) return 0;
  if (status < 0xF0) return status >= 0xC0 && status < 0xE0 ? 2 : 3;
  constexpr int lengths[] = {0, 2, 3, 2, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 1};
  return lengths[status - 0xF0];
}

TEST(LiveLength, IsThatOfTheMidiSpecification) {
  for (int status = 0; status < 256; ++status) {
    const auto byte = static_cast<std::uint8_t>(status);
    EXPECT_EQ(live_length(byte), static_cast<std::size_t>(length_of(status))) << status;
    EXPECT_EQ(begins_message(byte), length_of(status) != 0 || status == 0xF0) << status;
  }
}

}  // namespace
}  // namespace mido::detail
