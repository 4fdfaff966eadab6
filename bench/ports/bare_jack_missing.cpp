// SPDX-License-Identifier: MIT
#include "bench/ports/rows.hpp"

namespace bench::ports {

Figures bare_jack() { return {.name = "bare_jack", .error = "built without libjack"}; }

}  // namespace bench::ports
