// SPDX-License-Identifier: MIT
#include "pool.hpp"

// The kernel's own header: it cannot be included together with that of alsa-lib.
#include <sound/asequencer.h>
#include <sys/ioctl.h>

namespace mido::alsa {

namespace {

Pool pool(int size, int free) noexcept {
  return {.size = static_cast<std::size_t>(size), .free = static_cast<std::size_t>(free)};
}

}  // namespace

Pools pools_of(int descriptor, int client) noexcept {
  snd_seq_client_pool answer{};
  answer.client = client;
  if (ioctl(descriptor, SNDRV_SEQ_IOCTL_GET_CLIENT_POOL, &answer) < 0) return {};
  return {.input = pool(answer.input_pool, answer.input_free),
          .output = pool(answer.output_pool, answer.output_free)};
}

}  // namespace mido::alsa
