// SPDX-License-Identifier: MIT
#include "codec/conversion.hpp"
#include "mido/values/errors.hpp"

namespace mido::detail {

std::unique_ptr<Conversion> open_iconv(const std::string& name) {
  throw ValueError("charset '" + name +
                   "' needs iconv, which was not found at build time: it is a part of glibc, musl "
                   "and macOS; elsewhere install libiconv");
}

}  // namespace mido::detail
