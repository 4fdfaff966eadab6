// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace mido::alsa {

/// Where the kernel keeps a client's events, in cells.
struct Pool {
  std::size_t size = 0;  ///< 0: the client has none, since it takes each event at once
  std::size_t free = 0;
};

struct Pools {
  Pool input;   ///< what the client has not read yet
  Pool output;  ///< what it has scheduled
};

/// The pools of any client, asked through the descriptor of one's own: alsa-lib tells only those of
/// one's own. Nothing but zeros when the client is gone.
[[nodiscard]] Pools pools_of(int descriptor, int client) noexcept;

}  // namespace mido::alsa
