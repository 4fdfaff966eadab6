// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace mido::detail {

/// What may stand between the parts of a text, in every locale.
inline constexpr std::string_view whitespace = " \t\n\v\f\r";

}  // namespace mido::detail
