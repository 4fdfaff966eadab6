// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace mido::detail {

/// The bytes as decimal numbers: "1,2,255".
[[nodiscard]] inline std::string number_list(std::span<const std::uint8_t> bytes,
                                             std::string_view separator) {
  std::string result;
  for (const std::uint8_t byte : bytes) {
    if (!result.empty()) result += separator;
    result += std::to_string(byte);
  }
  return result;
}

}  // namespace mido::detail
