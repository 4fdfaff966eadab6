// SPDX-License-Identifier: MIT
// expect: deleted
#include "mido/messages/message.hpp"

const mido::Message message = mido::Clock{};
#ifdef MIDO_CONTROL
std::span<const std::uint8_t> wire = message.wire();
#else
std::span<const std::uint8_t> wire = mido::Message(message).wire();
#endif
