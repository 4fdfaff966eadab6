// SPDX-License-Identifier: MIT
#include "cli/roll_file.hpp"

#ifndef MIDO_HAS_CAIRO
#include "mido/values/errors.hpp"
#endif

namespace mido::cli {

bool is_picture(std::string_view path) {
  return path.ends_with(".svg") || path.ends_with(".png") || path.ends_with(".pdf");
}

#ifndef MIDO_HAS_CAIRO
void write_roll(const RollMusic&, const RollLook&, const std::string&) {
  throw Error(
      "this build draws no pictures: libcairo was not found at build time; on Debian: apt-get "
      "install libcairo2-dev, then build again");
}
#endif

}  // namespace mido::cli
