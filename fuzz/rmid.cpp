// SPDX-License-Identifier: MIT
//
// Any bytes are read as a MIDI file in a RIFF file; such that are none get a wrapper around them.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "fuzz/file_checks.hpp"
#include "mido/mido.hpp"

namespace {

void append(mido::Bytes& out, std::string_view id) { out.insert(out.end(), id.begin(), id.end()); }

void append_size(mido::Bytes& out, std::size_t size) {
  for (int shift = 0; shift < 32; shift += 8)
    out.push_back(static_cast<std::uint8_t>(size >> shift));
}

mido::Bytes wrapped(std::span<const std::uint8_t> bytes) {
  mido::Bytes out;
  const std::size_t padding = bytes.size() % 2;
  append(out, "RIFF");
  append_size(out, 12 + bytes.size() + padding);
  append(out, "RMIDdata");
  append_size(out, bytes.size());
  out.insert(out.end(), bytes.begin(), bytes.end());
  out.resize(out.size() + padding);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::uint8_t> bytes(data, size);
  const std::string_view begin(reinterpret_cast<const char*>(data), size < 4 ? size : 4);
  if (begin == "RIFF") {
    fuzz::check_file(bytes);
  } else {
    fuzz::check_file(wrapped(bytes));
  }
  return 0;
}
