// SPDX-License-Identifier: MIT
#include "support/jack_peer.hpp"

#include <jack/midiport.h>

#include <chrono>
#include <stdexcept>
#include <utility>

namespace mido::testing {

namespace {

constexpr auto patience = std::chrono::seconds(30);

// JACK's clock and the steady one may differ and drift. The offset of the narrowest of some
// measurements is right to a microsecond, unless the thread was kept from running in each.
Timestamp to_steady(jack_time_t time) {
  Timestamp offset{};
  Timestamp narrowest = Timestamp::max();
  for (int i = 0; i < 10; ++i) {
    const Timestamp before = timestamp_now();
    const Timestamp jack = std::chrono::microseconds(static_cast<std::int64_t>(jack_get_time()));
    const Timestamp width = timestamp_now() - before;
    if (width >= narrowest) continue;
    narrowest = width;
    offset = before + width / 2 - jack - std::chrono::nanoseconds(500);
  }
  return offset + std::chrono::microseconds(static_cast<std::int64_t>(time));
}

}  // namespace

JackPeer::JackPeer(const std::string& name)
    : client_(jack_client_open(name.c_str(), JackNoStartServer, nullptr)) {
  if (client_ == nullptr) throw std::runtime_error("no JACK server");
  in_ = jack_port_register(client_, "in", JACK_DEFAULT_MIDI_TYPE, JackPortIsInput, 0);
  out_ = jack_port_register(client_, "out", JACK_DEFAULT_MIDI_TYPE, JackPortIsOutput, 0);
  const auto on_process = [](jack_nframes_t frames, void* self) {
    static_cast<JackPeer*>(self)->process(frames);
    return 0;
  };
  const auto on_xrun = [](void* self) {
    auto& peer = *static_cast<JackPeer*>(self);
    const std::lock_guard lock(peer.mutex_);
    ++peer.xruns_;
    return 0;
  };
  jack_set_process_callback(client_, on_process, this);
  jack_set_xrun_callback(client_, on_xrun, this);
  if (jack_activate(client_) != 0) throw std::runtime_error("JACK does not start a client");
}

void JackPeer::quit() {
  if (client_ != nullptr) jack_client_close(std::exchange(client_, nullptr));
}

std::vector<JackPeer::Event> JackPeer::events(std::size_t count) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return events_.size() >= count; });
  return events_;
}

Timestamp JackPeer::play(std::vector<std::uint8_t> bytes) {
  std::unique_lock lock(mutex_);
  pending_ = std::move(bytes);
  if (!changed_.wait_for(lock, patience, [&] { return !pending_; })) {
    throw std::runtime_error("JACK has no cycles");
  }
  return played_at_;
}

void JackPeer::flood(const std::string& port, int cycles) {
  jack_connect(client_, jack_port_name(out_), port.c_str());
  const std::lock_guard lock(mutex_);
  flood_cycles_ = cycles;
}

int JackPeer::xruns() {
  const std::lock_guard lock(mutex_);
  return xruns_;
}

void JackPeer::process(jack_nframes_t frames) {
  const std::lock_guard lock(mutex_);
  record(jack_port_get_buffer(in_, frames), frames);
  play_pending(jack_port_get_buffer(out_, frames), frames);
  changed_.notify_all();
}

void JackPeer::record(void* buffer, jack_nframes_t frames) {
  const jack_nframes_t start = jack_last_frame_time(client_);
  const jack_time_t begin = jack_frames_to_time(client_, start);
  const jack_time_t end = jack_frames_to_time(client_, start + frames);
  const std::uint32_t count = jack_midi_get_event_count(buffer);
  for (std::uint32_t i = 0; i < count; ++i) {
    jack_midi_event_t event{};
    jack_midi_event_get(&event, buffer, i);
    events_.push_back({{event.buffer, event.buffer + event.size},
                       event.time,
                       to_steady(jack_frames_to_time(client_, start + event.time)),
                       to_steady(begin),
                       (to_steady(end) - to_steady(begin)) / std::int64_t{frames}});
  }
}

void JackPeer::play_flood(void* buffer) {
  const jack_midi_data_t clock = 0xF8;
  while (jack_midi_max_event_size(buffer) != 0) {
    if (jack_midi_event_write(buffer, 0, &clock, 1) != 0) break;
  }
  --flood_cycles_;
}

void JackPeer::play_pending(void* buffer, jack_nframes_t frames) {
  jack_midi_clear_buffer(buffer);
  if (flood_cycles_ > 0) play_flood(buffer);
  if (!pending_) return;
  const jack_nframes_t frame = frames / 2;
  jack_midi_event_write(buffer, frame, pending_->data(), pending_->size());
  played_at_ = to_steady(jack_frames_to_time(client_, jack_last_frame_time(client_) + frame));
  pending_.reset();
}

}  // namespace mido::testing
