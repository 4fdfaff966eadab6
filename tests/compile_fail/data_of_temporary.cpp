// SPDX-License-Identifier: MIT
// expect: deleted
#include "mido/messages/meta_message.hpp"

const mido::MetaMessage message = mido::EndOfTrack{};
#ifdef MIDO_CONTROL
std::span<const std::uint8_t> data = message.data();
#else
std::span<const std::uint8_t> data = mido::MetaMessage(message).data();
#endif
