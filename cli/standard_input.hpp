// SPDX-License-Identifier: MIT
#pragma once

#include <istream>
#include <memory>
#include <stop_token>

namespace mido::cli {

/// Standard input, which is at its end as soon as the program is to stop, also for who waits for
/// more of it.
[[nodiscard]] std::unique_ptr<std::istream> standard_input(const std::stop_token& stop);

}  // namespace mido::cli
