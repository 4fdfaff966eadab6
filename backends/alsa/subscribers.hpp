// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "client.hpp"

namespace mido::alsa {

/// How many ports are connected to that one: SND_SEQ_QUERY_SUBS_READ, those that listen to it;
/// SND_SEQ_QUERY_SUBS_WRITE, those that it listens to. None when it is gone.
[[nodiscard]] int count_subscribers(const Client& asking, snd_seq_addr_t port,
                                    snd_seq_query_subs_type_t type) noexcept;

/// Whether the kernel has room, in the pool of everybody who listens to that port, for `cells` more
/// than are there. The sequencer does not wait for a slow reader: what does not fit is lost, and
/// all that was waiting too.
[[nodiscard]] bool listeners_have_room(const Client& asking, snd_seq_addr_t port,
                                       std::size_t cells);

}  // namespace mido::alsa
