// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mido::detail {

/// The text in quotes as Python's repr() writes it. Bytes that are no UTF-8 are taken as latin-1.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace mido::detail
