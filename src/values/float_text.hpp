// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace mido::detail {

/// The shortest text that reads back as the same double, laid out as Python's repr() does.
[[nodiscard]] std::string float_text(double value);

}  // namespace mido::detail
