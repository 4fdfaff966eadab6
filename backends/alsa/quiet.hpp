// SPDX-License-Identifier: MIT
#pragma once

#include <alsa/asoundlib.h>

#include <cstdarg>

namespace mido::alsa {

// The header of alsa-lib forgets that this is a function of C.
extern "C" snd_local_error_handler_t snd_lib_error_set_local(snd_local_error_handler_t handler);

/// Keeps ALSA from printing its errors on this thread while this lives: they are returned as well.
class Quiet {
 public:
  Quiet() : outer_(alsa::snd_lib_error_set_local(&ignore)) {}
  ~Quiet() { alsa::snd_lib_error_set_local(outer_); }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  static void ignore(const char*, int, const char*, int, const char*, std::va_list) {}

  snd_local_error_handler_t outer_;
};

}  // namespace mido::alsa
