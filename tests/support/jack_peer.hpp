// SPDX-License-Identifier: MIT
#pragma once

#include <jack/jack.h>

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "mido/values/timestamp.hpp"

namespace mido::testing {

/// Another program on the JACK server, written for JACK alone. Its port "in" records what comes and
/// when, its port "out" plays what it is told.
/// Thread-safe: yes.
class JackPeer {
 public:
  struct Event {
    std::vector<std::uint8_t> bytes;
    jack_nframes_t frame;   ///< of its cycle
    Timestamp time;         ///< of that frame
    Timestamp cycle_start;  ///< of the first frame
    Timestamp one_frame;    ///< how long a frame was in that cycle
  };

  explicit JackPeer(const std::string& name);
  JackPeer(const JackPeer&) = delete;
  JackPeer& operator=(const JackPeer&) = delete;
  ~JackPeer() { quit(); }

  /// As a program that ends.
  void quit();

  /// Waits until that many events have come, at most half a minute; returns all there are.
  [[nodiscard]] std::vector<Event> events(std::size_t count);
  /// Plays the bytes in the middle of a cycle. Returns when that is.
  [[nodiscard]] Timestamp play(std::vector<std::uint8_t> bytes);
  /// Connects "out" to that port and fills that many cycles with short messages.
  void flood(const std::string& port, int cycles);
  /// How often the server was too late for a cycle.
  [[nodiscard]] int xruns();

 private:
  void process(jack_nframes_t frames);
  void record(void* buffer, jack_nframes_t frames);
  void play_flood(void* buffer);
  void play_pending(void* buffer, jack_nframes_t frames);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Event> events_;
  std::optional<std::vector<std::uint8_t>> pending_;
  Timestamp played_at_{};
  int xruns_ = 0;
  int flood_cycles_ = 0;
  jack_client_t* client_;
  jack_port_t* in_;
  jack_port_t* out_;
};

}  // namespace mido::testing
