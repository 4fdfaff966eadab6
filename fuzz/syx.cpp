// SPDX-License-Identifier: MIT
//
// Any bytes are read as a SYX file, binary or text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "fuzz/check.hpp"
#include "mido/mido.hpp"

namespace {

using Messages = std::vector<mido::Message>;
using Span = std::span<const std::uint8_t>;

/// Nothing for text that is no hexadecimal number, and in strict mode for a fault.
std::optional<Messages> read(Span bytes, mido::Diagnostics* tolerant) {
  try {
    return mido::read_syx(bytes, tolerant);
  } catch (const mido::ValueError&) {
    return std::nullopt;
  } catch (const mido::MidiParseError& error) {
    fuzz::check(tolerant == nullptr, "tolerant reading throws for no fault");
    fuzz::check(error.offset() <= bytes.size(), "an error is inside of the file");
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Span bytes(data, size);
  mido::Diagnostics diagnostics;
  const auto tolerant = read(bytes, &diagnostics);
  const auto strict = read(bytes, nullptr);
  fuzz::check(strict.has_value() == (tolerant && diagnostics.empty()),
              "strict reading throws where tolerant reading finds a fault");
  if (!tolerant) return 0;
  fuzz::check(!strict || *strict == *tolerant, "strict and tolerant reading give the same");
  for (const mido::Message& message : *tolerant) {
    fuzz::check(message.is<mido::Sysex>(), "there is nothing but sysex");
  }
  for (const bool plaintext : {false, true}) {
    fuzz::check(read(mido::syx_bytes(*tolerant, plaintext), nullptr) == tolerant,
                "what is written is read as the same");
  }
  return 0;
}
