// SPDX-License-Identifier: MIT
#pragma once

#include "mido/messages/message.hpp"

namespace mido::testing {

constexpr int pitches = 16384;

/// The message of that number, of 262,144 different ones.
inline Message numbered(int number) {
  return PitchWheel{.channel = checked(number / pitches % 16),
                    .pitch = checked(number % pitches - pitches / 2)};
}

}  // namespace mido::testing
