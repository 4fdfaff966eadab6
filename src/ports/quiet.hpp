// SPDX-License-Identifier: MIT
#pragma once

namespace mido::detail {

/// Keeps libraries under a backend from printing on stderr while this lives: ALSA on this thread,
/// JACK in the whole process and from then on. Libraries that are not loaded cannot print.
class Quiet {
 public:
  Quiet();
  ~Quiet();
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  void (*alsa_handler_)() = nullptr;
};

/// Whether a JACK server answers; never starts one. True when libjack is not loaded, and nobody can
/// tell.
[[nodiscard]] bool jack_may_answer();

/// The function of that name when some library that is loaded has it, else nullptr.
[[nodiscard]] void* find_function(const char* name);

}  // namespace mido::detail
