// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mido::detail {

/// The name of the charset that a text seems to be in; empty when there is none. Throws
/// ValueError when there was no uchardet at build time.
[[nodiscard]] std::string guess_charset(std::string_view bytes);

}  // namespace mido::detail
