// SPDX-License-Identifier: MIT
// expect: (could not convert|conversion from|no viable conversion)
#include "mido/messages/live_types.hpp"

mido::Sysex sysex_of(const std::vector<std::uint8_t>& bytes) {
#ifdef MIDO_CONTROL
  return {.data = mido::checked(bytes)};
#else
  return {.data = bytes};
#endif
}
