// SPDX-License-Identifier: MIT
#include "mido/messages/variable_length.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace mido::detail {
namespace {

using Bytes = std::vector<std::uint8_t>;

// The examples of SMF 1.0.
TEST(VariableLength, IsWrittenInItsShortestForm) {
  const std::vector<std::pair<std::uint32_t, Bytes>> examples{
      {0x00000000, {0x00}},
      {0x00000040, {0x40}},
      {0x0000007F, {0x7F}},
      {0x00000080, {0x81, 0x00}},
      {0x00002000, {0xC0, 0x00}},
      {0x00003FFF, {0xFF, 0x7F}},
      {0x00004000, {0x81, 0x80, 0x00}},
      {0x00100000, {0xC0, 0x80, 0x00}},
      {0x001FFFFF, {0xFF, 0xFF, 0x7F}},
      {0x00200000, {0x81, 0x80, 0x80, 0x00}},
      {0x08000000, {0xC0, 0x80, 0x80, 0x00}},
      {largest_variable_length, {0xFF, 0xFF, 0xFF, 0x7F}}};
  for (const auto& [value, bytes] : examples) {
    Bytes written{1};
    append_variable_length(written, value);
    written.erase(written.begin());
    EXPECT_EQ(written, bytes) << value;
  }
}

}  // namespace
}  // namespace mido::detail
