// SPDX-License-Identifier: MIT
#pragma once

#include <alsa/asoundlib.h>

#include <memory>
#include <new>

namespace mido::alsa {

template <auto Free>
struct Deleter {
  template <class T>
  void operator()(T* object) const noexcept {
    Free(object);
  }
};

using SequencerHandle = std::unique_ptr<snd_seq_t, Deleter<&snd_seq_close>>;
using CoderHandle = std::unique_ptr<snd_midi_event_t, Deleter<&snd_midi_event_free>>;

/// The objects that ALSA is asked with: made empty, freed with the scope.
template <class T, auto Make, auto Free>
class Record {
 public:
  Record() {
    T* object = nullptr;
    if (Make(&object) < 0) throw std::bad_alloc();
    object_.reset(object);
  }
  [[nodiscard]] T* get() const noexcept { return object_.get(); }

 private:
  std::unique_ptr<T, Deleter<Free>> object_;
};

using ClientInfo =
    Record<snd_seq_client_info_t, &snd_seq_client_info_malloc, &snd_seq_client_info_free>;
using PortDescription =
    Record<snd_seq_port_info_t, &snd_seq_port_info_malloc, &snd_seq_port_info_free>;
using Subscription =
    Record<snd_seq_port_subscribe_t, &snd_seq_port_subscribe_malloc, &snd_seq_port_subscribe_free>;
using QueueTimer =
    Record<snd_seq_queue_timer_t, &snd_seq_queue_timer_malloc, &snd_seq_queue_timer_free>;

}  // namespace mido::alsa
