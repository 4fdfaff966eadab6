// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mido/messages/message.hpp"
#include "mido/smf/midi_file.hpp"
#include "mido/values/timestamp.hpp"

namespace mido::cli {

/// How the music is written down.
struct TakeOptions {
  Tempo tempo = 500000;
  TimeSignature time_signature = {};
  int ticks_per_beat = 480;
};

/// What was played on one or more ports, as a file: a track with the tempo, then one for each port.
class Take {
 public:
  explicit Take(const TakeOptions& options) : options_(options) {}

  /// Which moment is tick 0. To be called once, before anything is added.
  void begin(Timestamp zero) { zero_ = zero; }

  /// Adds a message of a port, numbered from 0. What came before tick 0 goes there. False for
  /// messages that a file does not hold: all but those of channels and sysex.
  bool add(std::size_t port, const std::string& name, const Message& message, Timestamp when);

  [[nodiscard]] std::size_t notes() const noexcept { return notes_; }
  /// How many keys are held down.
  [[nodiscard]] std::size_t held() const noexcept;

  /// The file as if the take ended at that moment: a note that still sounds ends there.
  [[nodiscard]] MidiFile file(Timestamp end) const;

 private:
  struct Event {
    Timestamp when;
    Message message;
  };
  struct Part {
    std::string name;
    std::vector<Event> events;
    std::bitset<std::size_t{16} * 128> held;
  };

  void keep_in_mind(Part& part, const Message& message);
  [[nodiscard]] std::int64_t tick_of(Timestamp when) const;
  [[nodiscard]] MidiTrack conductor(std::int64_t end) const;
  [[nodiscard]] MidiTrack track_of(const Part& part, std::int64_t end) const;

  TakeOptions options_;
  std::optional<Timestamp> zero_;  // none: there is nothing yet
  std::vector<Part> parts_;
  std::size_t notes_ = 0;
};

}  // namespace mido::cli
