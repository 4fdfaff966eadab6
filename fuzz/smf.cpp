// SPDX-License-Identifier: MIT
//
// Any bytes are read as a MIDI file.
#include <cstddef>
#include <cstdint>

#include "fuzz/file_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_file({data, size});
  return 0;
}
