// SPDX-License-Identifier: MIT
#include "codec/charset_guess.hpp"
#include "mido/values/errors.hpp"

namespace mido::detail {

std::string guess_charset(std::string_view) {
  throw ValueError(
      "to detect a charset needs uchardet, which was not found at build time; on Debian: "
      "apt-get install libuchardet-dev");
}

}  // namespace mido::detail
