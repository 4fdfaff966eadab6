// SPDX-License-Identifier: MIT
#include "subscribers.hpp"

#include "pool.hpp"
#include "port_list.hpp"

namespace mido::alsa {

namespace {

// Others may send at the same moment, and nobody can reserve room: a quarter stays free for them.
bool has_room(const Pool& pool, std::size_t cells) {
  return pool.free == pool.size || pool.free >= cells + pool.size / 4;
}

bool has_room(const Client& asking, snd_seq_addr_t listener, std::size_t cells) {
  return has_room(pools_of(asking.descriptor(), listener.client).input, cells);
}

}  // namespace

int count_subscribers(const Client& asking, snd_seq_addr_t port,
                      snd_seq_query_subs_type_t type) noexcept {
  snd_seq_query_subscribe_t* query = nullptr;
  snd_seq_query_subscribe_alloca(&query);
  snd_seq_query_subscribe_set_root(query, &port);
  snd_seq_query_subscribe_set_type(query, type);
  if (snd_seq_query_port_subscribers(asking.get(), query) < 0) return 0;
  return snd_seq_query_subscribe_get_num_subs(query);
}

bool listeners_have_room(const Client& asking, snd_seq_addr_t port, std::size_t cells) {
  snd_seq_query_subscribe_t* query = nullptr;
  snd_seq_query_subscribe_alloca(&query);
  snd_seq_query_subscribe_set_root(query, &port);
  snd_seq_query_subscribe_set_type(query, SND_SEQ_QUERY_SUBS_READ);
  for (int i = 0, count = 1; i < count; ++i) {
    snd_seq_query_subscribe_set_index(query, i);
    if (snd_seq_query_port_subscribers(asking.get(), query) < 0) break;
    count = snd_seq_query_subscribe_get_num_subs(query);
    const auto listener = *snd_seq_query_subscribe_get_addr(query);
    const bool hands_on = is_through(listener) && !is_through(port);  // it may listen to itself
    if (hands_on && !listeners_have_room(asking, listener, cells)) return false;
    if (!has_room(asking, listener, cells)) return false;
  }
  return true;
}

}  // namespace mido::alsa
