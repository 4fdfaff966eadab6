// SPDX-License-Identifier: MIT
#include "mido/values/errors.hpp"

#include <string>

namespace mido::detail {

void throw_out_of_range(std::string_view what, long long min, long long max) {
  throw ValueError(std::string(what) + " must be in range " + std::to_string(min) + ".." +
                   std::to_string(max));
}

}  // namespace mido::detail
