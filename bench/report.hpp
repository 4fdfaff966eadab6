// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "bench/runner.hpp"

namespace bench {

/// One JSON object on one line: name, MBps, ns_per_event or ns_per_message, x_<other row> (how many
/// times as fast), and what the row itself has to tell; or name and error.
[[nodiscard]] std::string to_json(const Outcome& outcome);

/// For people.
[[nodiscard]] std::string to_table(const std::vector<Outcome>& outcomes);

}  // namespace bench
