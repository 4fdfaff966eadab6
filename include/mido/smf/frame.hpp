// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "mido/smf/diagnostics.hpp"

namespace mido::smf {

/// What stands around a MIDI file: nothing, a RIFF file (RMID), or bytes that do not belong to it.
enum class Wrapper : std::uint8_t { none, riff, offset };

/// Where in some bytes a MIDI file stands.
struct Frame {
  std::size_t begin = 0;
  std::size_t end = 0;
  Wrapper wrapper = Wrapper::none;
};

/// What a RIFF file says about itself.
struct InfoField {
  std::string id;    ///< four bytes: INAM (title), IART (artist), ICOP (copyright), ICMT (comment),
                     ///< ISFT (program), IENC (charset of these texts), …
  std::string text;  ///< in whatever charset its writer used
  friend bool operator==(const InfoField&, const InfoField&) = default;
};

/// Finds the MIDI file. Anything around it is a fault. Throws MidiParseError when there is none.
[[nodiscard]] Frame find_frame(std::span<const std::uint8_t> bytes, const detail::Faults& faults);

}  // namespace mido::smf
