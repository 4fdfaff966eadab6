// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "handles.hpp"

namespace mido::alsa {

/// Throws PortError with ALSA's reason when `result` is an error; else returns it.
int check(int result, std::string_view what);

/// One client of the sequencer, with the ports it makes. Nothing it does blocks.
class Client {
 public:
  enum class Mode { output = SND_SEQ_OPEN_OUTPUT, both = SND_SEQ_OPEN_DUPLEX };

  /// Throws BackendUnavailable when there is no sequencer.
  Client(const std::string& name, Mode mode);

  [[nodiscard]] snd_seq_t* get() const noexcept { return handle_.get(); }
  [[nodiscard]] int id() const noexcept { return id_; }
  /// What poll() waits for.
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

  /// Makes a port that can do what `capabilities` say (SND_SEQ_PORT_CAP_...), and returns its
  /// address. With a queue, events that arrive there get its real time.
  snd_seq_addr_t make_port(const std::string& name, unsigned capabilities, int queue = no_queue);
  static constexpr int no_queue = -1;

  /// Connects two ports, one of which is this client's; the error names `peer`. Throws PortError.
  void connect(snd_seq_addr_t from, snd_seq_addr_t to, const std::string& peer);

 private:
  SequencerHandle handle_;
  int id_;
  int descriptor_;
};

}  // namespace mido::alsa
