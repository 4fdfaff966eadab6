// SPDX-License-Identifier: MIT
#pragma once

namespace mido::fluid {

/// Keeps the libraries under FluidSynth from printing on stderr while this lives: ALSA and GLib
/// on this thread, JACK in the whole process and from then on.
class Quiet {
 public:
  Quiet();
  ~Quiet();
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  void (*alsa_handler_)() = nullptr;
  unsigned glib_handler_ = 0;
  bool was_quiet_;
};

/// Whether a JACK server answers; never starts one. True when nobody here can tell.
[[nodiscard]] bool jack_may_answer();

}  // namespace mido::fluid
