// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "mido/messages/attribute.hpp"

namespace mido::detail {

/// Bytes written as two hexadecimal digits each, upper or lower case, with nothing, whitespace or
/// `separator` between them. Throws ValueError that names the place (from 0) of what is no digit.
[[nodiscard]] Bytes bytes_from_hex(std::string_view text, std::string_view separator = {});

}  // namespace mido::detail
