// SPDX-License-Identifier: MIT
#include <stdexcept>

#include "bench/ports/rows.hpp"

namespace bench::ports {

std::vector<double> bare_jack(std::size_t) { throw std::runtime_error("built without libjack"); }

}  // namespace bench::ports
