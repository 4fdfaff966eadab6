// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace mido::detail {

/// Reads text with two hexadecimal digits a byte and any white space between bytes. Calls `sink`
/// with each byte and where in the text it stands. Throws ValueError with line and column, from 1.
void read_hex_text(std::span<const std::uint8_t> text,
                   const std::function<void(std::uint8_t byte, std::size_t offset)>& sink);

}  // namespace mido::detail
