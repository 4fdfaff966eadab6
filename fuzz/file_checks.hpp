// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace fuzz {

/// What must hold for a MIDI file of any bytes: tolerant reading keeps all of them, strict reading
/// takes no more than tolerant reading finds sound, what was changed is written as it should be.
void check_file(std::span<const std::uint8_t> bytes);

}  // namespace fuzz
