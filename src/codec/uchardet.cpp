// SPDX-License-Identifier: MIT
#include <uchardet.h>

#include <memory>
#include <new>

#include "codec/charset_guess.hpp"

namespace mido::detail {

namespace {

struct Delete {
  void operator()(uchardet_t detector) const noexcept { ::uchardet_delete(detector); }
};

}  // namespace

std::string guess_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, Delete> detector(::uchardet_new());
  if (::uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) {
    throw std::bad_alloc();  // the only way in which it fails
  }
  ::uchardet_data_end(detector.get());
  return ::uchardet_get_charset(detector.get());
}

}  // namespace mido::detail
